// The modes of a terminal while somebody is asked in plain lines, given back whatever ends or stops the program.
#ifndef ASKING_MODES_H
#define ASKING_MODES_H

#include <stdbool.h>

/// Switches the local modes `off` of the terminal behind `descriptor` off, such as ECHO and ICANON (termios(3)), and
/// gives back what they were when the program is stopped or ended by a signal; it takes them again when it goes on in
/// the foreground.
///
/// One terminal at a time. Everything that runs in a signal handler is async-signal-safe (signal-safety(7)).
///
/// Returns a descriptor that becomes readable when the program was stopped and goes on, or -1 where there is no such
/// terminal, or somebody is asked already.
int asking_modes_take(int descriptor, unsigned int off);

/// Gives the modes back, and puts back the signal handlers that were there before.
void asking_modes_give_back(void);

/// The byte that ends the input where the terminal keeps lines (VEOF, termios(3)).
unsigned char asking_modes_end_of_input(void);

#endif
