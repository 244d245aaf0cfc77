// For syscall. Not in a header, where it would split Glibc's module in two.
#define _GNU_SOURCE

#include "CProcess.h"

#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

int process_open(int number)
{
    return (int)syscall(SYS_pidfd_open, number, 0);
}

int process_signal(int handle, int signal)
{
    return (int)syscall(SYS_pidfd_send_signal, handle, signal, NULL, 0);
}
