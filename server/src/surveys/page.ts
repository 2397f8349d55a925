/**
 * The page behind a survey's link, as whole HTML without a script: it opens on any phone, and a browser may refuse everything but its one style. Each value is
 * escaped where it is put in.
 */
import { escapeHtml, html } from '@watchdesk/domain/notification';
import { type AskedFurther, FURTHER_LIMITS, LIMITS, scoresOf, type Words, wordsIn } from '@watchdesk/domain/survey';
import type { Looked, Shown } from './answering.ts';
import { STYLE } from './page-style.ts';

interface Around {
  /** By which the browser knows our style. */
  readonly nonce: string;
}

export interface Typed {
  readonly score: number | null;
  readonly comment: string;
  /** By the ids of the further questions. */
  readonly further: Readonly<Record<string, string>>;
  readonly fault?: 'score' | 'comment' | 'further';
}

const UNTYPED: Typed = { score: null, comment: '', further: {} };

/** The form, or what there is to say in its place. `typed` comes from the link that was followed, or from a form that was faulty. */
export function surveyPage(looked: Looked, around: Around, typed: Typed = UNTYPED): string {
  if (looked.state === 'unknown') return unknownPage(around);
  if (looked.state === 'open') return formPage(looked, around, typed);
  const { words, wording } = looked;
  const isAnswered = looked.state === 'answered';
  return saying(looked, around, {
    title: isAnswered ? words.answered : words.expired,
    texts: isAnswered ? [wording.thanks, words.answeredText] : [words.expiredText],
    isDone: isAnswered,
  });
}

/** Asks whether somebody wants no more surveys; or says that they get none. */
export function stopPage(looked: Looked, around: Around, isStopped: boolean): string {
  if (looked.state === 'unknown') return unknownPage(around);
  const { words } = looked;
  if (isStopped) return saying(looked, around, { title: words.stopped, texts: [words.stoppedText], isDone: true });
  return page(looked, around, words.stopTitle, [
    html`<h1>${words.stopTitle}</h1>
      <p>${words.stopText}</p>
      <form method="post"><button type="submit">${words.stop}</button></form>`,
  ]);
}

/** What the server could not do just now, such as while it starts. In English, as nothing is known of who asks. */
export function troublePage(around: Around, text: string): string {
  const title = 'Not just now';
  return page(ENGLISH, around, title, [
    html`<h1>${title}</h1>
      <p>${text}</p>`,
  ]);
}

const ENGLISH = { language: 'en', from: '', isTest: false, words: wordsIn('en') } as const;
type Framed = Pick<Shown, 'language' | 'from' | 'isTest'> & { readonly words: Pick<Words, 'test'> };

function unknownPage(around: Around): string {
  const title = 'This link leads nowhere';
  const text = 'It may have been cut off. Open it from the e-mail once more.';
  return page(ENGLISH, around, title, [
    html`<h1>${title}</h1>
      <p>${text}</p>`,
  ]);
}

function saying(
  shown: Shown,
  around: Around,
  { title, texts, isDone }: { title: string; texts: readonly string[]; isDone: boolean },
): string {
  return page(shown, around, title, [
    html`<div role="status"><h1 class="${isDone ? 'done' : 'over'}">${title}</h1></div>`,
    ...texts.map((text) => html`<p>${text}</p>`),
  ]);
}

function formPage(shown: Shown, around: Around, { score: chosen, comment, further: typed, fault }: Typed): string {
  const { words, wording, survey, scale, further } = shown;
  const faults = { score: words.chooseScore, comment: words.tooLong(LIMITS.comment), further: words.tooLong(FURTHER_LIMITS.answer) };
  const scores = scoresOf(survey, scale);
  return page(shown, around, wording.question, [
    '<form method="post">',
    `<fieldset aria-describedby="${fault === 'score' ? 'fault ends' : 'ends'}">`,
    html`<legend><h1>${wording.question}</h1></legend>`,
    ...(fault ? [html`<p class="fault" id="fault" role="alert">${faults[fault]}</p>`] : []),
    '<div class="scores">',
    ...scores.map(
      (score) =>
        `<label><input type="radio" name="score" value="${score}" required${score === chosen ? ' checked' : ''}><span>${score}</span></label>`,
    ),
    '</div>',
    html`<p class="ends" id="ends">
      <span>${String(scores[0])}: ${wording.low}</span><span>${String(scores.at(-1))}: ${wording.high}</span>
    </p>`,
    '</fieldset>',
    '<label class="comment">',
    html`<b>${words.comment}</b> <span>${words.commentHint}</span>`,
    // The first line break in it is not read.
    `<textarea name="comment" rows="4" maxlength="${LIMITS.comment}">\n${escapeHtml(comment)}</textarea></label>`,
    ...further.flatMap((one) => questionOf(one, Object.hasOwn(typed, one.id) ? typed[one.id]! : '', words)),
    html`<button type="submit">${words.send}</button>`,
    '</form>',
  ]);
}

/** What the field of a further question is called in the form. */
export const FURTHER_FIELD = 'further-';

function questionOf({ id, question, choices }: AskedFurther, typed: string, words: Words): string[] {
  const name = escapeHtml(FURTHER_FIELD + id);
  const asked = html`<b>${question}</b> <span>${words.commentHint}</span>`;
  if (choices.length === 0)
    return [
      '<label class="comment">',
      asked,
      `<textarea name="${name}" rows="3" maxlength="${FURTHER_LIMITS.answer}">\n${escapeHtml(typed)}</textarea></label>`,
    ];
  return [
    '<fieldset class="comment"><legend>',
    asked,
    '</legend><div class="choices">',
    ...choices.map((choice) => {
      const value = escapeHtml(choice);
      return `<label><input type="radio" name="${name}" value="${value}"${choice === typed ? ' checked' : ''}><span>${value}</span></label>`;
    }),
    '</div></fieldset>',
  ];
}

/** The frame of all of them. */
function page({ language, from, isTest, words }: Framed, { nonce }: Around, title: string, body: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}"><head>`,
    html`<meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${title}</title>`,
    `<style nonce="${escapeHtml(nonce)}">${STYLE}</style></head><body><main>`,
    ...(from === '' ? [] : [html`<p class="from">${from}</p>`]),
    ...(isTest ? [html`<p class="test">${words.test}</p>`] : []),
    ...body,
    '</main></body></html>',
    '',
  ].join('\n');
}
