// What can be found, in MiniSearch: made from the index that ncrefs.book.site.search writes.
"use strict";

// Of the page, for search.js.
const ncEngine = (data, boost) => {
  const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  // Kinds whose titles are sentences, not names.
  const UNNAMED = new Set(["question", "passage", "sources"]);
  const { words, parts, letters } = ncWords;
  const allWords = (texts) => new Set(texts.flatMap(words));
  const nothing = allWords(data.nothing);
  const asks = allWords(data.asks);

  const found = data.found.map(([kind, address, title, when, grade, summary, ties, ...other], id) => {
    // A claim is named by its number: "Claim 12".
    const name = kind === "claim" ? title.split(":")[0] : title;
    const forms = UNNAMED.has(kind) ? [] : [name, ...other];
    const spellings = forms.map((text) => ({ text, whole: letters(text), words: words(text) }));
    return { id, kind, address, title, when, grade, summary, ties, other, spellings };
  });

  // The index in the form in which MiniSearch keeps and loads one, which is several times
  // faster than to have it take in each text: of each word, in which field of what it stands.
  const fields = Object.keys(boost);
  const postings = new Map();
  const lengths = found.map(() => fields.map(() => 0));
  const note = (word, field, id) => {
    if (!postings.has(word)) postings.set(word, {});
    const places = (postings.get(word)[field] ??= {});
    places[id] = (places[id] ?? 0) + 1;
    lengths[id][field] += 1;
  };
  for (const item of found) {
    const asking = item.title.endsWith("?");
    const texts = { ...item, name: item.kind === "question" ? "" : item.title, other: item.other.join(" ") };
    texts.question = asking ? item.title : "";
    fields.slice(0, -1).forEach((field, i) => {
      for (const word of words(texts[field]).flatMap((word) => [word, ...parts(word)])) {
        if (!nothing.has(word) || (field === "question" && asks.has(word))) note(word, i, item.id);
      }
    });
  }
  for (const [word, gaps] of Object.entries(data.words)) {
    let id = -1;
    let gap = 0;
    for (const digit of gaps) {
      const value = DIGITS.indexOf(digit);
      gap = gap * 31 + (value % 31);
      if (value > 30) continue;
      id += gap + 1;
      gap = 0;
      note(word, fields.length - 1, id);
    }
  }
  const ids = Object.fromEntries(found.map(({ id }) => [id, id]));
  const engine = MiniSearch.loadJS(
    {
      documentCount: found.length,
      nextId: found.length,
      documentIds: ids,
      fieldIds: Object.fromEntries(fields.map((field, i) => [field, i])),
      fieldLength: lengths,
      averageFieldLength: fields.map((_, i) => lengths.reduce((sum, own) => sum + own[i], 0) / found.length),
      storedFields: {},
      dirtCount: 0,
      index: [...postings],
      serializationVersion: 2,
    },
    { fields, tokenize: (text) => [text], processTerm: (term) => term },
  );
  const vocabulary = new Set(postings.keys());
  return { found, engine, fields, vocabulary, nothing, asks };
};
