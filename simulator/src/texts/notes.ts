/** What agents write for each other; always in English, the working language of the house. And what spammers write. */
export const NOTES = {
  note: ['{note}', 'Checked the workspace: {note}', 'For the next one: {note}', 'FYI {note}'],
  escalationNote: [
    'Handing over "{subject}". Reproduced with the data of the customer and compared with the last two cases, no luck with what I may do. {customer}, {org} ({plan}).',
    'Please take a look at this one. The customer has been told that it goes to specialists. Workspace is on {version}, logs of {date} are attached.',
    'To the specialists: {subject}. First line steps done, cause still unknown. Customer says it began on {date}.',
    'Needs more than the first line can do. What we know: {subject}; {org}, about {seats} users, on {version}.',
    'I can see it in the log but have no rights for the next step. Request id {request}.',
  ],
  returnNote: [
    'Back to the first line: I cannot start without the exact time and an example. Please ask {given}.',
    'This reads like another problem than the one in the subject. Please clarify with {customer} and escalate again.',
    'No steps to reproduce, no workspace named. Please complete and send again.',
    'Policy: we need the agreement of the account owner first. Please ask for it.',
  ],
  transferNote: [
    'This belongs to the other team: {subject}',
    'Wrong queue, moving it on.',
    'Sorted as {category}, but it is for your team.',
  ],
  mergeNote: [
    'Same matter as the earlier ticket of {customer}, merging.',
    'Duplicate: the customer wrote again because nobody had answered yet.',
    'Merged into the older one, nothing new in here.',
  ],
  pauseNote: [
    'Cannot go on before that. Will look again when it is done.',
    'Customer has been informed and agrees to wait.',
    'Reminder set.',
  ],
  callNote: [
    'Call with {customer}: {opening}',
    'Telephone, {given} from {org}, about: {subject}. {says}',
    'On the phone: {opening} {says}',
  ],
  spamSubject: [
    'Boost your ranking today',
    'Partnership proposal for your esteemed company',
    'Invoice attached please confirm',
    'Cheap followers, limited offer',
    'Your domain expires soon',
  ],
  spam: [
    'Dear sir or madam, we are a leading agency and can bring your website to the first page within two weeks. Answer for a free offer.',
    'We would like to buy your used office equipment in large quantity. Kindly send price list.',
    'Grow your audience by 10,000 followers for a special price, only this week. Click the link in our profile.',
    'Your mailbox is almost full. Confirm your account to keep receiving messages.',
  ],
} as const;
