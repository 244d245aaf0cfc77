"""What a terminal shows: characters in rows, of the sequences that ncurses sends to an xterm."""
import codecs
import re
import unicodedata

SEQUENCE = re.compile(
    r"\x1b\[(?P<mark>[?>=!]?)(?P<numbers>[0-9;]*)[ $]?(?P<verb>[@-~])"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()](?P<charset>.)|\x1b(?P<short>[^\[\]()])"
    r"|(?P<control>[\x00-\x1a\x1c-\x1f\x7f])|(?P<text>[^\x00-\x1f\x7f]+)",
    re.DOTALL,
)


class Screen:
    """The cells, the cursor, and the region that scrolls."""

    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.cells = [self.blank() for _ in range(rows)]
        self.row = self.column = 0
        self.top, self.bottom = 0, rows
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.rest = ""
        self.last = " "

    def blank(self):
        return [" "] * self.columns

    def line(self, row):
        """What stands in a row, counted from the end where negative."""
        return "".join(self.cells[row])

    def lines(self):
        return [self.line(row) for row in range(self.rows)]

    def shows(self, text):
        """Whether `text` stands in a row."""
        return any(text in line for line in self.lines())

    def feed(self, read):
        """Takes in bytes, which may end in the middle of a character or of a sequence."""
        text = self.rest + self.decoder.decode(read)
        place = 0
        while place < len(text) and (found := SEQUENCE.match(text, place)):
            place = found.end()
            self.take(found)
        self.rest = text[place:]

    def take(self, found):
        """Takes in one sequence, one control, or characters."""
        if characters := found["text"]:
            self.write(characters)
        elif control := found["control"]:
            self.control(control)
        elif short := found["short"]:
            self.control({"M": "up", "D": "\n", "E": "\r\n"}.get(short, ""))
        elif found["verb"] and not found["mark"]:
            self.obey(found["verb"], [int(number or 0) for number in found["numbers"].split(";")])
        elif found["verb"] == "h" and found["numbers"] == "1049":
            self.cells = [self.blank() for _ in range(self.rows)]

    def write(self, characters):
        if characters.isascii() and self.column + len(characters) <= self.columns:
            self.cells[self.row][self.column : self.column + len(characters)] = characters
            self.column += len(characters)
            self.last = characters[-1]
            return
        for character in characters:
            width = 0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
            if width and self.column + width > self.columns:
                self.column = 0
                self.control("\n")
            if width:
                self.cells[self.row][self.column : self.column + width] = [character] + [""] * (width - 1)
                self.column += width
                self.last = character

    def control(self, control):
        if control == "up" and self.row == self.top:
            self.shift(self.top, -1)
        elif control == "up":
            self.row = max(0, self.row - 1)
        elif control == "\b":
            self.column = max(0, min(self.column, self.columns - 1) - 1)
        elif control == "\t":
            self.column = min(self.columns - 1, (self.column // 8 + 1) * 8)
        if control.startswith("\r"):
            self.column = 0
        if control.endswith("\n"):
            if self.row == self.bottom - 1:
                self.shift(self.top, 1)
            else:
                self.row = min(self.rows - 1, self.row + 1)

    def shift(self, top, count):
        """Moves the rows from `top` to the end of the region up, or down where `count` is negative."""
        part = self.cells[top : self.bottom]
        count = max(-len(part), min(len(part), count))
        blanks = [self.blank() for _ in range(abs(count))]
        self.cells[top : self.bottom] = part[count:] + blanks if count > 0 else blanks + part[: len(part) + count]

    def obey(self, verb, numbers):
        first = numbers[0]
        count = max(1, first)
        line = self.cells[self.row]
        column = min(self.column, self.columns - 1)
        if verb in "Hf":
            self.go(count - 1, (numbers + [0])[1] - 1)
        elif verb in "ABCDGd`":
            row, place = {"A": (-count, 0), "B": (count, 0), "C": (0, count), "D": (0, -count)}.get(verb, (0, 0))
            row, place = self.row + row, column + place
            self.go(count - 1 if verb == "d" else row, count - 1 if verb in "G`" else place)
        elif verb == "J":
            self.erase(self.row if first == 0 else 0, self.rows if first != 1 else self.row)
            self.obey("K", [first])
        elif verb == "K":
            start, end = (column if first == 0 else 0), (column + 1 if first == 1 else self.columns)
            line[start:end] = " " * (end - start)
        elif verb == "X":
            line[column : column + count] = " " * min(count, self.columns - column)
        elif verb == "P":
            self.cells[self.row] = (line[:column] + line[column + count :] + self.blank())[: self.columns]
        elif verb == "@":
            self.cells[self.row] = (line[:column] + [" "] * count + line[column:])[: self.columns]
        elif verb == "b":
            self.write(self.last * count)
        elif verb in "LM":
            self.shift(self.row, count if verb == "M" else -count)
        elif verb in "ST":
            self.shift(self.top, count if verb == "S" else -count)
        elif verb == "r":
            self.top, self.bottom = count - 1, (numbers + [0])[1] or self.rows
            self.go(0, 0)

    def go(self, row, column):
        self.row = max(0, min(self.rows - 1, row))
        self.column = max(0, min(self.columns - 1, column))

    def erase(self, start, end):
        for row in range(start, end):
            if row != self.row:
                self.cells[row] = self.blank()
