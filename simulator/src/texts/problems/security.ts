/** What customers write about security and privacy. */
import type { Problem } from '../problem.ts';

export const SECURITY: readonly Problem[] = [
  {
    subject: 'Sign-ins from an unknown country',
    opening:
      'our log shows {small} sign-ins of one account from a country where we have nobody, on {date} around {time}. What do we have to do now?',
    asks: 'I have ended all sessions of the account and locked it. Could you ask the person whether a VPN was in use?',
    says: "She was travelling and used the hotel's network. It was her.",
    fix: 'Then nothing has happened. The account is open again, with a new password. I recommend two-factor authentication for everybody; one switch under Security.',
    bot: 'Please change the password at once and end all sessions under Profile > Security. A colleague will look at the log with you.',
    note: 'Sessions revoked first, then cleared with the user. No incident.',
  },
  {
    subject: "Deletion of a person's data (GDPR)",
    opening:
      'a customer of ours has asked for deletion of personal data. We need it gone from your platform within 30 days, with a confirmation.',
    asks: 'Under which identifier is the person stored with you: e-mail address or customer number?',
    says: 'Under the customer number, I sent it by the secure form.',
    fix: 'The data of that person has been erased from your workspace today, backups follow within 30 days by rotation. The confirmation with date is attached.',
    bot: 'An administrator can erase a person under Data model > Privacy > Erase. You get a confirmation by mail.',
    note: 'Erasure executed, protocol attached. No details in here on purpose.',
  },
  {
    subject: 'Penetration test: announcement',
    opening: 'we plan a penetration test of our integrations in the week of {soon}. Do we have to announce it, and to whom?',
    asks: 'Which addresses will the testers come from, and is only your own workspace in scope?',
    says: 'Only ours. The list of addresses is attached.',
    fix: 'Thank you for telling us. The test is registered; please stay within the attached rules and report findings to security@brightwell.example.',
    bot: 'Tests of your own workspace are allowed when announced five working days before.',
    note: 'Registered with the security team.',
  },
  {
    subject: 'API key published by accident',
    opening:
      'one of our developers has pushed an API key to a public repository about {hours} hours ago. Please tell us whether it was used and how we replace it.',
    asks: 'I have revoked the key. Which of your services used it, so that we can issue a new one with no more rights than needed?',
    says: 'Only the nightly export. Read rights are enough.',
    fix: 'The key was not used from any address other than yours. The new one can only read exports; you find it in your secure mailbox.',
    bot: 'Revoke the key at once under Settings > API keys. Then make a new one with as few rights as possible.',
    note: 'Key revoked at once, access log reviewed for the {hours} hours: clean.',
  },
  {
    subject: 'Security questionnaire for our procurement',
    opening:
      'our procurement needs the attached security questionnaire ({count} questions) filled in before we can renew. Is there a standard document?',
    asks: 'Would our SOC 2 report and the standard answers be enough? They cover most such questions.',
    says: 'They accept SOC 2, but want sections 4 and 7 filled in.',
    fix: 'Attached: the SOC 2 report under your NDA, and sections 4 and 7 answered by our security team.',
    bot: 'Certificates and standard answers are in our trust centre at trust.brightwell.example.',
    note: 'Sections answered by security. NDA on file.',
  },
  {
    subject: 'Suspicious mail in your name',
    opening:
      'several of us got a mail that looks as if it came from you and asks to "confirm the account". Is it real? One colleague has clicked on it.',
    asks: 'It is not from us. Did your colleague enter a password? I have reset it to be safe.',
    says: 'Yes, unfortunately.',
    fix: 'The account was locked, its sessions ended, and nothing was opened in between. We had the forged page taken down, and I attached a note that you can send to everybody.',
    bot: 'We never ask for passwords by mail. Please do not click and forward the mail to phishing@brightwell.example.',
    note: 'Phishing. Password reset, takedown requested.',
  },
  {
    subject: 'Where is our data stored?',
    opening: 'for our data protection officer: in which country is our data stored and who has access to it? We signed for Frankfurt.',
    asks: 'Does the officer need the list of subprocessors as well?',
    says: 'Yes please, the current one.',
    fix: 'Your data lies in Frankfurt, with backups in Dublin. The data processing agreement and the current list of subprocessors are attached.',
    bot: 'The region of a workspace is shown under Workspace > About. Data does not leave it except for backups in the same region.',
    note: 'DPA sent.',
  },
  {
    subject: 'Former employee still has access?',
    opening: 'a former employee says he can still open a shared link to {dashboard}. His account is deactivated. How is that possible?',
    asks: 'Is it a wall link? Those work without an account until they are withdrawn.',
    says: 'Yes, it begins with /wall/.',
    fix: 'I withdrew the link and made a new one that only works from your network. There are {small} further wall links in your workspace; the list is attached.',
    bot: 'Links that need no account can be withdrawn under Security > Sharing > Links.',
    note: 'Wall link withdrawn, list sent to the admin.',
  },
];
