#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Keeps what registers point at, which may be keys, out of the report of a crash, and the report from asking questions
/// on a terminal that nobody may be sitting at.
///
/// The Swift runtime reads the variable before main, in a constructor without a priority; one inside the program, as in
/// a release build, comes after this one
/// (https://github.com/swiftlang/swift/blob/main/docs/Backtracing.rst).
__attribute__((constructor(101)))
static void keep_backtraces_to_themselves(void)
{
    static const char own[] = "interactive=no,registers=none";
    const char *asked = getenv("SWIFT_BACKTRACE");
    char all[1024];
    if (asked == NULL || *asked == '\0' || strlen(asked) + sizeof own + 1 > sizeof all) {
        setenv("SWIFT_BACKTRACE", own, 1);
        return;
    }
    // Of two settings of one thing the runtime takes the later.
    snprintf(all, sizeof all, "%s,%s", asked, own);
    setenv("SWIFT_BACKTRACE", all, 1);
}
