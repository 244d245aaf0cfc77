"""Tables of what grows."""
import statistics


def medians(measured):
    """Figure by figure, of several measurements that are dictionaries alike."""
    return {name: statistics.median(one[name] for one in measured) for name in measured[0]}


def print_growth(title, taken):
    """Prints what each size took, and behind it how many times as much as the size before."""
    sizes = list(taken)
    print(f"\n{title}; behind it, how many times as much as the column before")
    print(f"{'':32}" + "".join(f"{size:>20,}" for size in sizes))
    for name in taken[sizes[0]]:
        cells, before = "", None
        for size in sizes:
            figure = taken[size].get(name)
            if figure is None:
                cells += f"{'-':>20}"
            else:
                ratio = f"x{figure / before:.2f}" if before else ""
                cells += f"{figure:>12.3g} {ratio:<7}" if figure < 1000 else f"{figure:>12.0f} {ratio:<7}"
            before = figure
        print(f"{name:32}{cells}", flush=True)
