// Finds records, questions and passages: by their names first, in any spelling and order,
// then by BM25 over names, summaries and texts, with synonyms and slips of the pen.
// Needs search-words.js and search-engine.js; the index, loaded last, calls `ncSearchIndex`.
"use strict";

const ncSearch = {};
const ncSearchIndex = (data) => {
  const BOOST = { name: 5, question: 5, other: 3.5, when: 2.5, summary: 2, kind: 1.5, text: 1 };
  // How much a kind is sought, where equal words speak for several.
  const KINDS = { claim: 0.35, sources: 0.3, passage: 0.75, chapter: 1.1, term: 0.9, question: 0.95 };
  // The same in a question, which is about somebody, and asks for something else.
  const ASKED = { question: 1.5, person: 0.75, organization: 0.9 };
  const CJK = /^[\u3040-\u30ff\u3400-\ud7a3]+$/;
  const { words, parts, letters } = ncWords;
  const { found, engine, fields, vocabulary, nothing, asks } = ncEngine(data, BOOST);

  const terms = [...vocabulary];

  // Groups of words of one meaning, each way as its words.
  const spoken = (text) => words(text).filter((word) => !nothing.has(word));
  const subjects = data.subject.map(spoken);
  const groups = data.same.map((line) => line.split(", ").map(spoken).filter((form) => form.length));

  const slips = (word) => (word.length < 4 || /\d/.test(word) || CJK.test(word) ? 0 : word.length < 8 ? 1 : 2);

  // The scores of everything that has a word, its beginning, or one like it.
  const cache = new Map();
  const scored = (word, { like = true, only = fields } = {}) => {
    const key = `${word} ${like} ${only}`;
    if (cache.has(key)) return cache.get(key);
    const known = vocabulary.has(word);
    const scores = new Map();
    const add = (term, share, options) => {
      const results = engine.search(term, { fields: only, boost: BOOST, ...options });
      for (const { id, score } of results) scores.set(id, Math.max(scores.get(id) ?? 0, score * share));
    };
    add(word, 1, {
      prefix: like && word.length > (known ? 3 : 1),
      fuzzy: like && slips(word) ? slips(word) : false,
      weights: { prefix: known ? 0.3 : 0.7, fuzzy: known ? 0.15 : 0.6 },
    });
    // Korean and Chinese: whole words come first, then words in which they stand, with a
    // particle behind or another word before, then those that they begin with.
    if (like && CJK.test(word) && word.length > 1) {
      for (const term of terms) {
        if (term === word || !CJK.test(term)) continue;
        if (term.includes(word)) add(term, 0.5, {});
        else if (term.length > 1 && word.startsWith(term)) add(term, 0.4, {});
      }
    }
    cache.set(key, scores);
    return scores;
  };

  // All words of a way to say something: the sum, for what has each of them.
  const together = (form) => {
    const [first, ...rest] = form.map((word) => scored(word, { like: false }));
    const sums = new Map(first);
    for (const scores of rest) {
      for (const [id, sum] of sums) {
        if (scores.has(id)) sums.set(id, sum + scores.get(id));
        else sums.delete(id);
      }
    }
    return sums;
  };

  // A query without the book's own subject, which each page is about; the subject if that is all.
  const besides = (list) => {
    const rest = [...list];
    for (const form of subjects) {
      for (let at = 0; at + form.length <= rest.length; at++) {
        if (form.every((word, i) => rest[at + i] === word)) rest.splice(at--, form.length);
      }
    }
    return rest.length ? rest : list;
  };

  // A query as units: words, or several of them that mean one thing, with what else means it.
  const units = (wanted) => {
    const made = [];
    for (let at = 0; at < wanted.length; ) {
      const fits = (form) => form.every((word, i) => wanted[at + i] === word);
      const matching = groups.flatMap((group) =>
        group.filter(fits).map((form) => ({ length: form.length, group })),
      );
      const length = Math.max(1, ...matching.map((match) => match.length));
      const own = wanted.slice(at, at + length);
      const same = matching
        .filter((match) => match.length === length)
        .flatMap(({ group }) => group.filter((form) => !fits(form)));
      made.push({ own, same });
      at += length;
    }
    return made;
  };

  // Levenshtein's distance, or `most` + 1 if it is more.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
      }
      if (Math.min(...next) > most) return most + 1;
      row = next;
    }
    return row[b.length];
  };

  // How well a spelling fits the whole query: the name itself, its words turned, its
  // beginning, the beginning of a later word, a part of it, or it is a part of the query.
  const fit = (spelling, query) => {
    if (query.wholes.includes(spelling.whole)) return 400;
    if (query.turned.has(spelling.whole)) return 300;
    if (query.spelled.has(spelling.whole)) return 250;
    if (spelling.whole.startsWith(query.whole)) return 60;
    const later = spelling.words.some((_, i) => spelling.words.slice(i).join("").startsWith(query.whole));
    if (later) return 35;
    const long = query.whole.length > 2 || CJK.test(query.whole);
    if (long && spelling.whole.includes(query.whole)) return 20;
    const named = spelling.words.length > 1 || CJK.test(spelling.whole);
    if (named && ` ${query.words.join(" ")} `.includes(` ${spelling.words.join(" ")} `)) {
      return (60 * spelling.words.length) / query.words.length;
    }
    return 0;
  };
  const slip = (spelling, query) => {
    const most = query.whole.length < 5 || spelling.whole[0] !== query.whole[0] ? 0 : query.whole.length < 9 ? 1 : 2;
    const slipped = most && distance(spelling.whole, query.whole, most);
    return slipped === 0 || slipped > most ? 0 : 200 / slipped;
  };

  // A name with its words in other spellings: lee yong ho is ri yong ho.
  const variants = (list) => {
    let forms = [[]];
    for (const word of list.slice(0, 4)) {
      const same = groups.filter((group) => group.some((form) => form.length === 1 && form[0] === word));
      const others = same.flatMap((group) => group.filter((form) => form.length === 1).map(([other]) => other));
      const choices = new Set([word, ...others]);
      forms = forms.flatMap((form) => [...choices].map((choice) => [...form, choice])).slice(0, 200);
    }
    return list.length > 4 ? [] : forms;
  };

  // A word that nothing has: the likeliest that is meant, if one is alike.
  const mended = (word) => {
    const most = slips(word);
    if (!most || vocabulary.has(word) || terms.some((term) => term.startsWith(word))) return word;
    let best = [most + 1, 0, word];
    for (const term of terms) {
      const away = distance(term, word, most);
      const often = data.words[term]?.length ?? 0;
      if (away < best[0] || (away === best[0] && away <= most && often > best[1])) best = [away, often, term];
    }
    return best[2];
  };

  const read = (text) => {
    // A name with a gloss is looked for whole and by either part: 장성택(張成澤).
    const inside = [...text.matchAll(/[([（［〈](.*?)(?:[)\]）］〉]|$)/g)].map((match) => match[1]);
    const outside = text.replace(/[([（［〈].*?(?:[)\]）］〉]|$)/g, " ");
    const list = words(text);
    const plain = letters(text).length ? text.match(/[\p{L}\p{N}\p{M}'’ʼ‘`´]+/gu).map(letters) : [];
    const turned = plain.map((_, i) => [...plain.slice(i), ...plain.slice(0, i)].join(""));
    const wholes = [text, outside, ...inside].map(letters).filter(Boolean);
    const spelled = new Set(variants(list).map((form) => form.join("")));
    return { whole: letters(text), wholes, turned: new Set(turned.slice(1)), spelled, words: list };
  };

  const nameFits = (query) => {
    const best = new Map();
    const look = (how) => {
      for (const item of found) {
        item.spellings.forEach((spelling, i) => {
          const value = how(spelling, query) * (i ? 0.98 : 1);
          if (value > (best.get(item.id)?.value ?? 0)) best.set(item.id, { value, spelling });
        });
      }
    };
    look(fit);
    if (![...best.values()].some(({ value }) => value >= 60)) look(slip);
    return best;
  };

  ncSearch.all = () => found;

  // Everything that a query finds, the best first.
  ncSearch.find = (text) => {
    const query = read(text);
    if (!query.whole) return [];
    cache.clear();
    const asked = query.words.filter((word) => asks.has(word));
    const said = query.words.filter((word) => !nothing.has(word) && !asks.has(word));
    const wanted = besides(said.length ? said : query.words).map(mended);
    const sums = new Map();
    const covered = new Map();
    for (const { own, same } of units(wanted)) {
      const here = new Map();
      const covers = new Map();
      for (const word of own) {
        const pieces = parts(word);
        const alone = [scored(word), ...(pieces.length ? [together(pieces)] : [])];
        const best = new Map();
        for (const scores of alone) {
          for (const [id, score] of scores) best.set(id, Math.max(best.get(id) ?? 0, score));
        }
        for (const [id, score] of best) {
          here.set(id, (here.get(id) ?? 0) + score);
          covers.set(id, (covers.get(id) ?? 0) + 1);
        }
      }
      for (const form of same) {
        for (const [id, score] of together(form)) {
          const share = 0.7 * score * Math.min(1, own.length / form.length);
          here.set(id, Math.max(here.get(id) ?? 0, share));
          covers.set(id, Math.max(covers.get(id) ?? 0, own.length * 0.85));
        }
      }
      for (const [id, score] of here) {
        sums.set(id, (sums.get(id) ?? 0) + score);
        covered.set(id, (covered.get(id) ?? 0) + covers.get(id));
      }
    }
    for (const word of said.length ? asked : []) {
      for (const [id, score] of scored(word, { like: false, only: ["question"] })) {
        sums.set(id, (sums.get(id) ?? 0) + score * 0.5);
      }
    }
    const counted = /^(how (many|much)|number of)\b/i.test(text.trim());
    const fits = nameFits(query);
    for (const id of fits.keys()) if (!sums.has(id)) sums.set(id, 0);
    const results = [];
    for (const [id, sum] of sums) {
      const item = found[id];
      const share = Math.min(1, (covered.get(id) ?? 0) / wanted.length);
      const name = fits.get(id);
      const weight = (KINDS[item.kind] ?? 1) * ((asked.length && ASKED[item.kind]) || 1);
      const text = sum * share ** 1.5 * weight * (counted && item.kind === "measure" ? 1.6 : 1);
      // Of what fits a name equally well, the best connected is meant.
      const ties = Math.log1p(item.ties) * (name?.value >= 35 ? 14 : 2);
      const score = text + (name?.value ?? 0) * (item.kind === "claim" ? 0.5 : 1) + ties;
      results.push({ ...item, score, share: name ? 1 : share, spelling: name?.spelling.text ?? "" });
    }
    // What has less than half of the query counts only where nothing has more.
    const most = Math.max(...results.map(({ share }) => share));
    return results
      .filter(({ share }) => share >= Math.min(0.5, most))
      .sort((a, b) => b.score - a.score || a.id - b.id);
  };
};
