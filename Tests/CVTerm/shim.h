// Asks for the libvterm 0.1.4 of Debian 12; newer versions have the same names.
#include <vterm.h>

#include <spawn.h>

// What the system's headers have only with _GNU_SOURCE, which would split Glibc's module in two.
static const short cvterm_spawn_new_session = 0x80;
extern int pipe2(int descriptors[2], int flags);
extern int mkostemp(char *template_path, int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
