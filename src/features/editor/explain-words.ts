import { autocompletion, type Completion, completeFromList } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { type EditorView, hoverTooltip, ViewPlugin } from '@codemirror/view';
import { WORD_HELP, type WordHelp } from '../../notation/text/word-help.ts';
import { EVENT_WORDS } from '../../notation/text/words.ts';

/** The kind of the last pointer. After a tap, browsers simulate a mouse at its position, which is not hovering. */
const lastPointer = ViewPlugin.define(() => ({ isFinger: false }), {
  eventObservers: {
    pointerdown({ pointerType }) {
      this.isFinger = pointerType === 'touch';
    },
    pointermove({ pointerType }) {
      this.isFinger = pointerType === 'touch';
    },
  },
});

/** Completes the words that events begin with, and explains a word on hover. */
export const explainWords: Extension = [
  // The list opens on demand only, so that Enter does not complete a word by accident.
  autocompletion({
    activateOnTyping: false,
    interactionDelay: 0,
    override: [completeFromList(EVENT_WORDS.map(completionOf))],
  }),
  lastPointer,
  hoverTooltip((view, position) => {
    const found = view.plugin(lastPointer)?.isFinger ? null : wordAt(view, position);
    if (!found) return null;
    return { pos: found.from, end: found.to, above: true, create: () => ({ dom: boxOf(found.help) }) };
  }),
];

function completionOf(label: string): Completion {
  const help = WORD_HELP[label];
  return help ? { label, detail: help.form, info: help.says } : { label };
}

function wordAt(view: EditorView, position: number) {
  const line = view.state.doc.lineAt(position);
  for (const { index, 0: word } of line.text.matchAll(/[A-Za-z_-]+/g)) {
    const from = line.from + index;
    const help = WORD_HELP[word.replace(/^lazy_mmu_mode_/, '')];
    if (help && position >= from && position <= from + word.length) return { from, to: from + word.length, help };
  }
  return null;
}

function boxOf({ form, says }: WordHelp): HTMLElement {
  const box = document.createElement('div');
  box.className = 'word-help';
  const code = document.createElement('code');
  code.textContent = form;
  box.append(code, document.createElement('br'), says);
  return box;
}
