/** The page as customers see it, drawn from the words as they stand in the form. */
import type { Survey } from '@watchdesk/domain/event';
import { furtherIn, scaleOf, scoresOf, wordingOf, wordsIn } from '@watchdesk/domain/survey';
import { useSession } from '../../../session/session.ts';
import { words } from './messages.ts';
import type { Form } from './survey-form.ts';
import own from './surveys.module.css';

export function Preview({ form, survey, language }: { form: Form; survey: Survey; language: string }) {
  const { workspace } = useSession();
  const scores = scoresOf(survey, scaleOf(survey, form.kinds.ces.scale));
  const said = wordingOf(form, survey, language);
  const around = wordsIn(language);
  return (
    <div className={own['preview']}>
      <h3>{words.preview}</h3>
      <div className={own['page']} lang={language}>
        <p className={own['from']}>
          <bdi>{workspace.name}</bdi>
        </p>
        <p className={own['question']}>{said.question}</p>
        <ul className={own['scores']}>
          {scores.map((score) => (
            <li key={score}>{score}</li>
          ))}
        </ul>
        <p className={own['ends']}>
          <span>
            {scores[0]}: {said.low}
          </span>
          <span>
            {scores.at(-1)}: {said.high}
          </span>
        </p>
        <p className={own['ask']}>
          <b>{around.comment}</b> {around.commentHint}
        </p>
        {furtherIn(form.further, language, form.language).map(({ id, question, choices }) => (
          <div key={id}>
            <p className={choices.length === 0 ? own['ask'] : own['also']}>
              <b>{question}</b> {around.commentHint}
            </p>
            {choices.length > 0 && (
              <ul className={own['choices']}>
                {choices
                  .filter((choice) => choice.trim() !== '')
                  .map((choice) => (
                    <li key={choice}>{choice}</li>
                  ))}
              </ul>
            )}
          </div>
        ))}
        <p className={own['send']}>{around.send}</p>
        <p className={own['thanks']}>{said.thanks}</p>
      </div>
    </div>
  );
}
