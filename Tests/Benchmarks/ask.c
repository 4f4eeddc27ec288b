/* How fast can a store answer at all? Asks a store of kg's by SQLite's C interface alone.
 *
 *     ask STORE QUESTIONS ANSWERS SECONDS ROUNDS
 *
 * QUESTIONS are the lines of questions.py: a kind and its arguments, separated by tabs. ANSWERS gets the answer to each line,
 * SECONDS how long each took in the last of the ROUNDS. What makes it a limit: it knows that nothing was withdrawn, merged or judged.
 */
#include "bare.h"
#include <stdarg.h>
#include <time.h>

static FILE *answers;

static sqlite3_stmt *subject_of, *objects_of, *subjects_to, *id_of, *name_of, *phrase_in, *clashes_of, *all_clashes;

/* Entities that a walk has come to, in order; `from` tells from which end, by entity. */
static int64_t *reached;
static unsigned char *from;
static int64_t count, room;

static void prepare(void) {
#define CLAIM                                                                                          \
  "SELECT i.name, r.name, o.name, c.polarity, x.value, i.published, s.name, d.name, q.value "          \
  "FROM claim AS c JOIN relation AS r ON r.id = c.relation JOIN entity AS o ON o.id = c.object "       \
  "JOIN insight AS i ON i.id = c.insight JOIN document AS d ON d.id = i.document "                     \
  "JOIN source AS s ON s.id = i.source JOIN text AS q ON q.id = c.quote JOIN text AS x ON x.id = c.scope "
#define CLASH                                                                                          \
  "SELECT k.name, k.label, k.kind, k.score, k.why, qa.value, qb.value, ia.text, ib.text "     \
  "FROM contradiction AS k JOIN claim AS a ON a.id = k.a JOIN claim AS b ON b.id = k.b "               \
  "JOIN text AS qa ON qa.id = a.quote JOIN text AS qb ON qb.id = b.quote "                             \
  "JOIN insight AS ia ON ia.id = a.insight JOIN insight AS ib ON ib.id = b.insight "
#define MINE "(SELECT id FROM claim WHERE subject = ?1 UNION SELECT id FROM claim WHERE object = ?1)"
  subject_of = prepared(CLAIM "WHERE c.subject = ? ORDER BY i.name");
  objects_of = prepared("SELECT object FROM claim WHERE subject = ?");
  subjects_to = prepared("SELECT subject FROM claim WHERE object = ?");
  id_of = prepared("SELECT id FROM entity WHERE name = ?");
  name_of = prepared("SELECT name FROM entity WHERE id = ?");
  phrase_in = prepared(
      "SELECT i.name FROM insight_words AS w JOIN insight AS i ON i.id = w.rowid WHERE insight_words MATCH ? ORDER BY i.name");
  clashes_of = prepared(CLASH "WHERE k.id IN (SELECT id FROM contradiction WHERE a IN " MINE
                              " UNION SELECT id FROM contradiction WHERE b IN " MINE
                              " UNION SELECT clash FROM clash_chain WHERE claim IN " MINE ") ORDER BY k.name");
  all_clashes = prepared(CLASH "ORDER BY k.name");
  sqlite3_stmt *last = prepared("SELECT max(id) FROM entity");
  if (sqlite3_step(last) != SQLITE_ROW) fail("no entities");
  room = sqlite3_column_int64(last, 0) + 1;
  sqlite3_finalize(last);
  reached = malloc((size_t)room * sizeof *reached);
  from = calloc((size_t)room, 1);
}

static int64_t entity(const char *name) {
  sqlite3_reset(id_of);
  sqlite3_bind_text(id_of, 1, name, -1, SQLITE_STATIC);
  return sqlite3_step(id_of) == SQLITE_ROW ? sqlite3_column_int64(id_of, 0) : 0;
}

/* All rows, the first `columns` of each written with a bar between them; those after are only read. */
static void write_rows(sqlite3_stmt *rows, int columns) {
  const char *before = "";
  while (sqlite3_step(rows) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(rows); i++) {
      const char *text = (const char *)sqlite3_column_text(rows, i);
      if (i < columns) fprintf(answers, "%s%s", i ? "|" : before, text ? text : "");
    }
    before = ";";
  }
  sqlite3_reset(rows);
}

/* Where a step of a walk leads: adds what was not reached before. True when it comes to what was reached from the other end. */
static int step_to(sqlite3_stmt *edges, int64_t entity, unsigned char side) {
  sqlite3_bind_int64(edges, 1, entity);
  int met = 0;
  while (!met && sqlite3_step(edges) == SQLITE_ROW) {
    int64_t next = sqlite3_column_int64(edges, 0);
    if (!next || from[next] == side) continue;
    met = from[next] != 0;
    from[next] = side;
    reached[count++] = next;
  }
  sqlite3_reset(edges);
  return met;
}

static void forget(void) {
  for (int64_t i = 0; i < count; i++) from[reached[i]] = 0;
  count = 0;
}

/* Whom an entity's claims lead to within some steps. */
static void walk(int64_t start, int steps) {
  forget();
  from[start] = 1;
  reached[count++] = start;
  for (int64_t done = 0; steps--;)
    for (int64_t end = count; done < end; done++) step_to(objects_of, reached[done], 1);
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void write_names(void) {
  char **names = malloc((size_t)count * sizeof *names);
  for (int64_t i = 1; i < count; i++) {
    sqlite3_bind_int64(name_of, 1, reached[i]);
    if (sqlite3_step(name_of) != SQLITE_ROW) fail("an entity without a name");
    names[i - 1] = strdup((const char *)sqlite3_column_text(name_of, 0));
    sqlite3_reset(name_of);
  }
  qsort(names, (size_t)count - 1, sizeof *names, by_name);
  for (int64_t i = 0; i < count - 1; i++) {
    fprintf(answers, "%s%s", i ? "," : "", names[i]);
    free(names[i]);
  }
  free(names);
}

/* How many claims, read in either direction, lead from one to another; from both ends, the smaller rim first. */
static int distance(int64_t start, int64_t end, int most) {
  if (start == end) return 0;
  forget();
  static int64_t *ends[2];
  int64_t counts[2] = {1, 1}, done[2] = {0, 0};
  if (!ends[0]) for (int i = 0; i < 2; i++) ends[i] = malloc((size_t)room * sizeof **ends);
  int64_t *both = reached;
  ends[0][0] = start;
  ends[1][0] = end;
  from[start] = 1;
  from[end] = 2;
  int found = 0;
  for (int length = 1; !found && length <= most; length++) {
    int side = counts[0] - done[0] <= counts[1] - done[1] ? 0 : 1;
    reached = ends[side];
    count = counts[side];
    for (int64_t rim = count; !found && done[side] < rim; done[side]++)
      if (step_to(objects_of, reached[done[side]], (unsigned char)(side + 1)) ||
          step_to(subjects_to, reached[done[side]], (unsigned char)(side + 1)))
        found = length;
    counts[side] = count;
  }
  for (int side = 0; side < 2; side++)
    for (int64_t i = 0; i < counts[side]; i++) from[ends[side][i]] = 0;
  reached = both;
  count = 0;
  return found;
}

static void answer(const char *kind, char **asked) {
  if (!strcmp(kind, "subject")) {
    sqlite3_bind_int64(subject_of, 1, entity(asked[0]));
    write_rows(subject_of, 9);
  } else if (!strcmp(kind, "hops2")) {
    walk(entity(asked[0]), 2);
    write_names();
  } else if (!strcmp(kind, "hops3")) {
    walk(entity(asked[0]), 3);
    fprintf(answers, "%lld", (long long)count - 1);
  } else if (!strcmp(kind, "path")) {
    int64_t start = entity(asked[0]);
    fprintf(answers, "%d", distance(start, entity(asked[1]), 4));
  } else if (!strcmp(kind, "phrase")) {
    char quoted[256];
    snprintf(quoted, sizeof quoted, "\"%s\"", asked[0]);
    sqlite3_bind_text(phrase_in, 1, quoted, -1, SQLITE_STATIC);
    write_rows(phrase_in, 1);
  } else if (!strcmp(kind, "clashes")) {
    sqlite3_stmt *rows = asked[0] ? clashes_of : all_clashes;
    if (asked[0]) sqlite3_bind_int64(rows, 1, entity(asked[0]));
    write_rows(rows, 1);
  } else {
    fail(kind);
  }
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int arguments, char **paths) {
  if (arguments != 6) { fprintf(stderr, "usage: ask STORE QUESTIONS ANSWERS SECONDS ROUNDS\n"); return 2; }
  if (sqlite3_open_v2(paths[1], &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) fail(paths[1]);
  run("PRAGMA mmap_size = 17179869184; PRAGMA cache_size = -65536");
  prepare();
  size_t size;
  for (int round = 1, rounds = atoi(paths[5]); round <= rounds; round++) {
    answers = fopen(paths[3], "w");
    FILE *seconds = fopen(paths[4], "w");
    if (!answers || !seconds) { perror(paths[3]); return 1; }
    char *line = contents(paths[2], &size), *all = line;
    for (char *end; (end = strchr(line, '\n')); line = end + 1) {
      *end = 0;
      char *words[3] = {NULL};
      int number = 0;
      for (char *word = strtok(line, "\t"); word && number < 3; word = strtok(NULL, "\t")) words[number++] = word;
      double start = now();
      answer(words[0], words + 1);
      fprintf(seconds, "%.9f\n", now() - start);
      fputc('\n', answers);
    }
    free(all);
    fclose(answers);
    fclose(seconds);
  }
  return 0;
}
