#pragma once

#include <stdbool.h>
#include <stdint.h>

// Counts the instructions that one thread executes, so that a cost can be compared with another whatever else the
// machine does. The processor traps after each of them (the trap flag: Intel SDM 3B, 18.3.1.4), which takes some 10 us.

// Whether this machine can.
bool step_counter_is_there(void);

// Counts the instructions of this thread from here on.
void step_counter_begin(void);

// Ends it, and says how many there were.
uint64_t step_counter_end(void);
