/* How fast can a store be filled at all? Loads the lines of claims.py into kg's own tables, by SQLite's C interface alone.
 *
 *     load [--no-words] DATABASE CLAIMS.jsonl SCHEMA.sql...
 *
 * The same rows as `kg import` makes of those lines, so that both print the same with `kg dump`. What makes it a limit: it knows the
 * shape of its lines, trusts them, keeps every name in a hash table, writes all in one transaction and builds the indexes last.
 * --no-words leaves out the indexes of words, to show what those cost; kg can't do without them.
 */
#include "bare.h"

static void step(sqlite3_stmt *statement) {
  if (sqlite3_step(statement) != SQLITE_DONE) fail("insert");
  sqlite3_reset(statement);
}

typedef struct { const char *at; int length; } Text;

static Text literal(const char *words) { return (Text){words, (int)strlen(words)}; }

static void bind(sqlite3_stmt *statement, int place, Text text) {
  sqlite3_bind_text(statement, place, text.at, text.length, SQLITE_STATIC);
}

/* The hash of kg's ids: FNV-1a with an end mark after each part. */
static uint64_t mix(uint64_t hash, Text part) {
  for (int i = 0; i < part.length; i++) hash = (hash ^ (unsigned char)part.at[i]) * 0x100000001b3;
  return (hash ^ 0x1f) * 0x100000001b3;
}

static const uint64_t start_of_hash = 0xcbf29ce484222325;

/* Names and their ids; the names lie in the file's own bytes. */
typedef struct { sqlite3_stmt *insert, *add_words; Text *names; int64_t *ids; size_t room, count; } Names;

static void grow(Names *names) {
  Names old = *names;
  names->room = old.room ? old.room * 2 : 1024;
  names->names = calloc(names->room, sizeof(Text));
  names->ids = calloc(names->room, sizeof(int64_t));
  for (size_t i = 0; i < old.room; i++) {
    if (!old.names[i].at) continue;
    size_t place = mix(start_of_hash, old.names[i]) & (names->room - 1);
    while (names->names[place].at) place = (place + 1) & (names->room - 1);
    names->names[place] = old.names[i];
    names->ids[place] = old.ids[i];
  }
  free(old.names);
  free(old.ids);
}

static int64_t id(Names *names, Text name) {
  if (names->count * 2 >= names->room) grow(names);
  size_t place = mix(start_of_hash, name) & (names->room - 1);
  for (; names->names[place].at; place = (place + 1) & (names->room - 1)) {
    Text known = names->names[place];
    if (known.length == name.length && !memcmp(known.at, name.at, (size_t)name.length)) return names->ids[place];
  }
  names->names[place] = name;
  names->count++;
  bind(names->insert, 1, name);
  step(names->insert);
  int64_t row = names->ids[place] = sqlite3_last_insert_rowid(db);
  if (names->add_words) {
    sqlite3_bind_int64(names->add_words, 1, row);
    bind(names->add_words, 2, name);
    step(names->add_words);
  }
  return row;
}

/* The value of the next such key in the line, without its quotation marks. */
static Text value(const char **at, const char *key) {
  const char *found = strstr(*at, key);
  if (!found) { fprintf(stderr, "load: no %s\n", key); exit(1); }
  found += strlen(key) + 2;
  int quoted = *found == '"';
  if (quoted) found++;
  size_t length = strcspn(found, quoted ? "\"" : ",}");
  *at = found + length;
  return (Text){found, (int)length};
}

int main(int count, char **arguments) {
  int words = count < 2 || strcmp(arguments[1], "--no-words");
  if (!words) { count--; arguments++; }
  if (count < 4) { fprintf(stderr, "usage: load [--no-words] DATABASE CLAIMS.jsonl SCHEMA.sql...\n"); return 2; }
  if (sqlite3_open(arguments[1], &db) != SQLITE_OK) fail(arguments[1]);
  run("PRAGMA journal_mode = wal; PRAGMA synchronous = normal; PRAGMA cache_size = -65536");
  size_t size;
  for (int i = 3; i < count; i++) run(contents(arguments[i], &size));

  run("BEGIN IMMEDIATE");
  char *indexes[64];
  int number = 0;
  sqlite3_stmt *all = prepared("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('claim', 'insight')");
  char *drops[64];
  while (sqlite3_step(all) == SQLITE_ROW && number < 64) {
    drops[number] = sqlite3_mprintf("DROP INDEX %Q", sqlite3_column_text(all, 0));
    indexes[number++] = strdup((const char *)sqlite3_column_text(all, 1));
  }
  sqlite3_finalize(all);
  for (int i = 0; i < number; i++) run(drops[i]);

  Names texts = {.insert = prepared("INSERT INTO text (value) VALUES (?)")};
  Names entities = {.insert = prepared("INSERT INTO entity (name) VALUES (?)"),
                    .add_words = words ? prepared("INSERT INTO entity_words (rowid, name) VALUES (?, ?)") : NULL};
  Names relations = {.insert = prepared("INSERT INTO relation (name) VALUES (?)")};
  Names sources = {.insert = prepared("INSERT INTO source (name) VALUES (?)")};
  Names documents = {.insert = prepared("INSERT INTO document (name) VALUES (?)")};
  sqlite3_stmt *add_insight = prepared(
      "INSERT INTO insight (document, name, content, text, source, published) VALUES (?, ?, ?, ?, ?, ?)");
  sqlite3_stmt *add_words = prepared("INSERT INTO insight_words (rowid, text) VALUES (?, ?)");
  sqlite3_stmt *add_support = prepared("INSERT INTO support (insight, origin, reading) VALUES (?, ?, 'imported')");
  sqlite3_stmt *add_claim = prepared(
      "INSERT INTO claim (name, insight, subject, relation, object, surface_subject, surface_relation, surface_object, polarity, "
      "modality, scope, confidence, quote, start, \"end\", imported) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'asserted', ?, ?, ?, ?, ?, 1)");
  int64_t origin = id(&texts, literal(arguments[2]));

  char *line = contents(arguments[2], &size);
  for (char *end; (end = strchr(line, '\n')); line = end + 1) {
    *end = 0;
    const char *at = line;
    Text name = value(&at, "\"id\""), text = value(&at, "\"text\""), document = value(&at, "\"document\"");
    Text source = value(&at, "\"source\""), published = value(&at, "\"published\"");
    Text subject = value(&at, "\"subject\""), relation = value(&at, "\"relation\""), object = value(&at, "\"object\"");
    Text scope = value(&at, "\"scope\""), polarity = value(&at, "\"polarity\""), confidence = value(&at, "\"confidence\"");
    Text quote = value(&at, "\"text\"");
    const char *found = memmem(text.at, (size_t)text.length, quote.at, (size_t)quote.length);
    if (!found) fail("a quote that isn't in its text");
    int start = (int)(found - text.at), stop = start + quote.length;

    char content[17], claim_id[18], start_digits[12], stop_digits[12];
    Text whole[] = {name, literal(""), text, document, source, published};
    uint64_t hash = start_of_hash;
    for (int i = 0; i < 6; i++) hash = mix(hash, whole[i]);
    snprintf(content, sizeof content, "%016llx", (unsigned long long)hash);
    bind(add_insight, 2, name);
    bind(add_insight, 3, literal(content));
    sqlite3_bind_int64(add_insight, 1, id(&documents, document));
    bind(add_insight, 4, text);
    sqlite3_bind_int64(add_insight, 5, id(&sources, source));
    bind(add_insight, 6, published);
    step(add_insight);
    int64_t insight = sqlite3_last_insert_rowid(db);
    if (words) {
      sqlite3_bind_int64(add_words, 1, insight);
      bind(add_words, 2, text);
      step(add_words);
    }
    sqlite3_bind_int64(add_support, 1, insight);
    sqlite3_bind_int64(add_support, 2, origin);
    step(add_support);

    snprintf(start_digits, sizeof start_digits, "%d", start);
    snprintf(stop_digits, sizeof stop_digits, "%d", stop);
    Text parts[] = {name, subject, relation, object, polarity, literal("asserted"), scope, literal(""), literal(""),
                    literal(start_digits), literal(stop_digits)};
    hash = start_of_hash;
    for (int i = 0; i < 11; i++) hash = mix(hash, parts[i]);
    snprintf(claim_id, sizeof claim_id, "c%016llx", (unsigned long long)hash);
    bind(add_claim, 1, literal(claim_id));
    sqlite3_bind_int64(add_claim, 2, insight);
    sqlite3_bind_int64(add_claim, 3, id(&entities, subject));
    sqlite3_bind_int64(add_claim, 4, id(&relations, relation));
    sqlite3_bind_int64(add_claim, 5, id(&entities, object));
    sqlite3_bind_int64(add_claim, 6, id(&texts, subject));
    sqlite3_bind_int64(add_claim, 7, id(&texts, relation));
    sqlite3_bind_int64(add_claim, 8, id(&texts, object));
    bind(add_claim, 9, polarity);
    sqlite3_bind_int64(add_claim, 10, id(&texts, scope));
    sqlite3_bind_double(add_claim, 11, atof(confidence.at));
    sqlite3_bind_int64(add_claim, 12, id(&texts, quote));
    sqlite3_bind_int(add_claim, 13, start);
    sqlite3_bind_int(add_claim, 14, stop);
    step(add_claim);
  }
  for (int i = 0; i < number; i++) run(indexes[i]);
  run("COMMIT");
  sqlite3_stmt *made[] = {texts.insert, entities.insert, entities.add_words, relations.insert, sources.insert, documents.insert,
                          add_insight, add_words, add_support, add_claim};
  for (size_t i = 0; i < sizeof made / sizeof *made; i++) sqlite3_finalize(made[i]);
  if (sqlite3_close(db) != SQLITE_OK) fail("close");
  return 0;
}
