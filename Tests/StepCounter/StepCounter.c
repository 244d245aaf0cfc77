// For the names of registers. Not in a header, where it would split Glibc's module in two.
#define _GNU_SOURCE

#include "StepCounter.h"

#include <pthread.h>
#include <signal.h>
#include <ucontext.h>

static _Thread_local volatile uint64_t steps;
static _Thread_local volatile bool is_counting;

#if defined(__x86_64__)

static const unsigned long long trap_flag = 0x100;
static struct sigaction others;

static void step(int signal, siginfo_t *info, void *context)
{
    if (is_counting) {
        steps++;
        return;
    }
    ucontext_t *interrupted = context;
    if (interrupted->uc_mcontext.gregs[REG_EFL] & (greg_t)trap_flag) {
        // The end of the count: nothing is to be trapped from here on.
        interrupted->uc_mcontext.gregs[REG_EFL] &= ~(greg_t)trap_flag;
    } else if (others.sa_flags & SA_SIGINFO) {
        others.sa_sigaction(signal, info, context);
    }
}

static void install(void)
{
    struct sigaction action = {.sa_sigaction = step, .sa_flags = SA_SIGINFO};
    sigaction(SIGTRAP, &action, &others);
}

bool step_counter_is_there(void)
{
    return true;
}

void step_counter_begin(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install);
    steps = 0;
    is_counting = true;
    __builtin_ia32_writeeflags_u64(__builtin_ia32_readeflags_u64() | trap_flag);
}

uint64_t step_counter_end(void)
{
    is_counting = false;
    return steps;
}

#else

bool step_counter_is_there(void)
{
    return false;
}

void step_counter_begin(void)
{
}

uint64_t step_counter_end(void)
{
    return 0;
}

#endif
