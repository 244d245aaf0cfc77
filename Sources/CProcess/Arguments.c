#include <stddef.h>

// What the Swift runtime offers to whoever has the arguments at hand, as the interpreter has those of a script
// (https://github.com/swiftlang/swift/blob/main/stdlib/public/SwiftShims/swift/shims/RuntimeStubs.h).
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **argv, int argc);

/// Gives the Swift runtime the arguments that the C library has.
///
/// Left alone, the runtime looks for them on the stack, just before the place that `environ` points to, and learns from
/// /proc/self/maps where the stack is. So a program whose environment has moved, which a single setenv(3) brings about,
/// or one in a chroot without /proc, would have no arguments at all, and would do what it does without any.
///
/// glibc calls constructors with the arguments of main (csu/libc-start.c, call_init).
__attribute__((constructor(101)))
static void hand_over_arguments(int argc, char **argv)
{
    // Linux before 5.18 starts a program with no arguments at all where execve(2) names none.
    static char nothing[] = "";
    static char *nameless[] = { nothing, NULL };
    if (argc < 1 || argv == NULL || argv[0] == NULL) {
        _swift_stdlib_overrideUnsafeArgvArgc(nameless, 1);
    } else {
        _swift_stdlib_overrideUnsafeArgvArgc(argv, argc);
    }
}
