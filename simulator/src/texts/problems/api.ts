/** What developers write about the API. */
import type { Problem } from '../problem.ts';

export const API: readonly Problem[] = [
  {
    subject: '429 Too Many Requests well below the limit',
    opening:
      'we get 429 from {endpoint} although we send about 40 requests a minute and the limit is 600. Retry-After says 60. One of the request ids: {request}.',
    asks: 'Do several of your services share the key? I count 580 a minute on it, from three addresses.',
    says: 'That would be our staging environment. It uses the same key, I had no idea.',
    fix: 'I made you a separate key for staging, so the two no longer share the limit. Since {time} there is no 429 on the production key.',
    bot: 'The limit of 600 requests a minute counts per key, over all services that use it. Settings > API keys shows the use of each key.',
    note: 'Key shared with staging. New key issued.',
  },
  {
    subject: '500 on {endpoint} since {version}',
    opening:
      'since {version} every call to {endpoint} with a filter on "updated_at" returns 500. Without the filter it works. Request id {request}. This blocks our nightly sync.',
    asks: 'Could you send me the exact filter, with the time zone as you write it?',
    says: 'updated_at[gte]=2026-03-01T00:00:00+01:00. The plus is encoded as %2B.',
    fix: 'Offsets other than Z were no longer accepted by the new parser in {version}. The correction is deployed; your request {request} replayed by us returns 200. Sorry for the failed nights.',
    bot: 'A 500 is an error on our side. Please check status.brightwell.example; as a workaround write times in UTC with a Z at the end.',
    note: 'Parser regression with numeric offsets. Engineering has a fix, bug linked.',
  },
  {
    subject: 'Webhook signature does not match',
    opening:
      'the signature of your webhooks does not match what we compute, for about one in twenty deliveries. Same secret, same code. Example: delivery {request}.',
    asks: 'Do you compute it over the raw body, before parsing? Names with accents would differ otherwise.',
    says: 'We parse and serialise again. And yes, the failing ones have accents in them.',
    fix: 'That explains it: serialising again writes accents differently. Compute the HMAC over the raw bytes and it will match. I checked delivery {request} that way.',
    bot: 'The signature is the HMAC-SHA256 of the raw body with your webhook secret. Parsed and re-serialised JSON is not the same bytes.',
    note: 'Customer signed re-serialised JSON. Example in docs should use the raw body.',
  },
  {
    subject: 'Pagination returns the same page again',
    opening: 'when we page through {endpoint} the cursor repeats after {count} records, and we loop forever. It worked last week.',
    asks: 'Do you change the sort order between pages? A cursor belongs to the order it was made with.',
    says: 'No, always sort=created_at. Could many records with the same timestamp be the reason?',
    fix: 'Well spotted. More than one page of records had the same timestamp after your bulk import on {date}. The cursor now includes the id as well; please start over once.',
    bot: 'Keep sort and filter the same while you follow a cursor, and stop when "next" is null.',
    note: 'Cursor not unique for ties in created_at. Hotfix deployed.',
  },
  {
    subject: 'API key stopped working: 401',
    opening: 'our API key stopped working at {time} today, all calls return 401. Nobody has touched it. Production is affected!',
    asks: 'The key belonged to a user who was deactivated at {time}. Was that intended?',
    says: 'She left the company. We did not know that the key was bound to her.',
    fix: 'I moved the key to a service account so that it does not depend on a person. Calls succeed again since a few minutes; nothing needs to be changed on your side.',
    bot: 'A 401 means that the key was revoked or its owner deactivated. Please check Settings > API keys and use a service account for production.',
    note: 'Key owner offboarded. Moved to a service account with admin consent.',
  },
  {
    subject: 'Slow responses from {endpoint}',
    opening: '{endpoint} takes 8 to 12 seconds since {weekday}, it used to be below one. We call it for {count} customers every morning.',
    asks: 'Do you need all fields? With "expand=events" each call loads the full history.',
    says: 'We only need the totals.',
    fix: 'Without expand and with fields=id,total the call takes 200 ms. I also added an index on our side that helps the full call, which now takes two seconds.',
    bot: 'Ask only for the fields you need (fields=…) and leave out expand, which loads related records.',
    note: 'Missing index after migration, plus heavy expand. Both done.',
  },
  {
    subject: 'Which scopes for read-only access?',
    opening:
      'our auditor needs read-only access by API to exports and users, nothing else. Which scopes are these? With "read:all" our security team would not be happy.',
    asks: 'Should the auditor see personal data such as e-mail addresses of users?',
    says: 'No, ids are enough.',
    fix: 'Then use read:exports and read:users.basic. I attached a table of all scopes and what they show.',
    bot: 'Scopes are listed in the API reference under Authentication. read:exports and read:users give read-only access to these two.',
    note: 'Scope table sent. read:users.basic is missing in the docs.',
  },
  {
    subject: 'Bulk endpoint accepts but drops records',
    opening:
      'POST {endpoint} answers 202 for our batches of {count} records, but some never show up. No error. We compared: about 2 % are missing.',
    asks: 'Could you send me the batch id of one example and the external id of a missing record?',
    says: 'Batch {request}. The missing ones all have an empty "region".',
    fix: 'Records with an empty "region" were refused after the 202, and the reason only stood in the batch result. I re-ran {request} with a default. GET /v2/batches/:id tells you about refused records.',
    bot: 'A 202 says that the batch was taken in. What became of each record is told by GET /v2/batches/:id.',
    note: 'Silent rejects, they never read the batch result. Suggested a webhook on batch completion.',
  },
];
