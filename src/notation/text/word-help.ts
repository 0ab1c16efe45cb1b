import { HELPERS } from './words.ts';

/** What a word of the notation is for, for who writes a program. */
export interface WordHelp {
  /** How it is written, with what follows it. */
  readonly form: string;
  /** One sentence. */
  readonly says: string;
}

const CALLS: Readonly<Record<string, string>> = {
  enable: 'Opens a section: the architecture may hold back updates, or what has to follow them, until it closes.',
  disable: 'Closes a section: what was held back goes out, also at the end of an inner one.',
  pause: 'Leaves the mode for a while inside a section: what was held back goes out.',
  resume: 'Comes back from a pause.',
};

/** By the word, for every word that an event begins with and those that follow one. */
export const WORD_HELP: Readonly<Record<string, WordHelp>> = {
  ...Object.fromEntries(
    HELPERS.map((helper) => [helper, { form: `${helper} · ${helper} after 3 { … }`, says: CALLS[helper] ?? '' }]),
  ),
  set: {
    form: 'set 3 · set k1 · set 0..7',
    says: 'Writes a new entry for a page; the n-th set of a page writes value n.',
  },
  clear: { form: 'clear 3', says: 'Empties the entry of a page.' },
  'get-and-clear': { form: 'get-and-clear 3', says: 'Empties the entry and returns what it held, in one operation.' },
  wrprotect: { form: 'wrprotect 3', says: 'Takes the right to write from the entry of a page.' },
  read: { form: 'read 3 · read raw 3', says: 'Reads the entry with ptep_get(), or with raw as memory holds it.' },
  touch: { form: 'touch 3 · touch 3 write', says: 'Uses the mapping, as a load does, or with write as a store does.' },
  'flush-tlb': { form: 'flush-tlb', says: "The architecture's own flush of translations." },
  'gather-flush': { form: 'gather-flush', says: 'The flush with which an mmu_gather ends, before pages are freed.' },
  irq: { form: 'irq { … }', says: 'An interrupt on top of the task that runs, with what its handler does.' },
  softirq: { form: 'softirq { … }', says: 'A softirq on top of the task that runs; held off while bottom halves are.' },
  bh: { form: 'bh off · bh on', says: 'Turns bottom halves off and on again: in_interrupt() is true in between.' },
  switch: {
    form: 'switch B · switch B cpu 1',
    says: 'Gives the CPU, or another, to a task, through the hooks of the architecture.',
  },
  task: { form: 'task B mm m2', says: 'Names the mm of a task before it first runs; without it that is m1.' },
  sleep: { form: 'sleep', says: 'A point that may sleep.' },
  exit: { form: 'exit', says: 'The task that runs ends here.' },
  note: { form: 'note "…"', says: 'A remark; it does nothing.' },
  repeat: { form: 'repeat 3 { … }', says: 'Stands for its events so many times.' },
  after: {
    form: 'enable after 3 { … }',
    says: 'What stands in the braces happens inside the call, after that statement, write or callback.',
  },
  before: {
    form: 'enable before callback { … }',
    says: 'What stands in the braces happens inside the call, before its callback.',
  },
  range: {
    form: 'enable range 0..7',
    says: 'Announces the pages that the section may change, as the pending s390 series does.',
  },
};
