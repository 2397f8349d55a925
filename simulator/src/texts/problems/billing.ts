/** What customers write about invoices, payments and plans. */
import type { Problem } from '../problem.ts';

export const BILLING: readonly Problem[] = [
  {
    subject: 'Charged twice for invoice {invoice}',
    opening:
      'invoice {invoice} over {amount} was taken from our card twice, on {date} and a day later. Please refund one of the two payments.',
    asks: 'I see one payment that was captured and one that is only reserved. Could you tell me whether both appear as final on your statement?',
    says: 'Both are final, I attached the statement.',
    fix: 'Thank you for the statement. The second charge of {amount} was a retry by the payment provider. I have refunded it today; it reaches your account within five working days.',
    bot: 'A second entry is often a reservation that disappears after a few days. You find all payments under Billing > Payments. If both are final, a colleague will refund one.',
    note: 'Double capture confirmed with provider, refund issued for {invoice}. Below my limit, no approval needed.',
  },
  {
    subject: 'VAT number missing on invoice',
    opening:
      'our accounting department cannot book invoice {invoice}: our VAT number is missing and the address is our old one. Can you issue it again?',
    asks: 'Gladly. Please send me the VAT number and the address as they should be printed.',
    says: 'It is in our account settings since last week, the invoice just does not have it.',
    fix: 'I have cancelled {invoice} and issued it again with your VAT number and the new address. Future invoices take both from your account settings.',
    bot: 'You can enter VAT number and address under Billing > Company details. New invoices carry them; for one that exists a colleague can issue a corrected one.',
    note: 'Corrected invoice issued. Details had been changed one day after {invoice} was generated.',
  },
  {
    subject: 'Downgrade to a smaller plan',
    opening:
      'we have fewer users now and would like to change from {plan} to the next smaller plan with the next period. The button is greyed out for me.',
    asks: 'The smaller plan holds 10 dashboards; you have {small} more. Which of them may be archived?',
    says: 'Anything that nobody opened for six months can go.',
    fix: 'I archived the {small} dashboards that were not opened since spring, and the downgrade is booked for your next period. Nothing is deleted; archived dashboards can be restored for a year.',
    bot: "A downgrade is possible once you are within the smaller plan's limits. Billing > Plan shows in red what is above them.",
    note: 'Downgrade booked. Reason given: team got smaller. Told the account owner.',
  },
  {
    subject: 'Payment failed, card is valid',
    opening:
      'you wrote that our payment over {amount} failed and that the account will be limited. The card is valid and has money on it. Please do not lock us out before month end!',
    asks: 'The bank declined it with "authentication required". Could you open Billing > Pay now and confirm the payment in your banking app?',
    says: 'Done, it asked me for a code and then said paid.',
    fix: 'I can see the payment of {amount}, thank you. The warning on your account is gone, and I made sure that no limit applies in the meantime.',
    bot: 'Banks sometimes want a confirmation for recurring payments. Open Billing > Pay now, confirm in your banking app, and the warning disappears.',
    note: 'SCA challenge. Grace period set to 7 days so they are not limited over the weekend.',
  },
  {
    subject: 'Refund for unused seats',
    opening:
      'we reduced our seats from {seats} to {small} on {date}, but invoice {invoice} still charges the old number. We expect a refund for the difference.',
    asks: 'Seats can be reduced to the end of a period. Was there an agreement with your account contact about this one?',
    says: 'Yes, it was promised in a call, she wrote it to us in a mail which I forward.',
    fix: 'With the mail everything is clear. I have credited the difference; it is deducted from the next invoice, and a credit note for {invoice} is attached.',
    bot: 'Seats that are removed count until the end of the paid period. The next invoice shows the new number.',
    note: 'Promise by CSM found in CRM. Credit note approved by lead.',
  },
  {
    subject: 'Question about overage on invoice {invoice}',
    opening:
      'invoice {invoice} has an item "additional rows" over {amount}. We did not expect this at all. What is it, and how do we avoid it next month?',
    asks: 'Your plan holds 5 million rows. Two pipelines loaded full history every night in {month}. Is that intended?',
    says: 'No, they should only load changes. Somebody must have reset them.',
    fix: 'The two pipelines load changes only from now on, which brings you to about half of your allowance. As it was the first time, I credited {amount} as a gesture of goodwill.',
    bot: 'Overage is charged when more rows are stored than the plan includes. Billing > Usage shows which pipeline they come from.',
    note: 'Goodwill credit once, customer informed. Usage alert at 80 % switched on for them.',
  },
  {
    subject: 'Switch from monthly to yearly billing',
    opening:
      'we would like to pay yearly instead of monthly. How much do we save on {plan} with {seats} seats, and can we pay by bank transfer?',
    asks: 'Should the yearly term start right away or after the current month? Both are possible.',
    says: 'After the current month please, and by transfer.',
    fix: 'Done: from the first of next month you are on yearly billing with two months free, payable by transfer within 30 days. The order form is attached for your files.',
    bot: 'With yearly billing two months are free. You can change it under Billing > Plan > Period; payment by transfer is possible from {plan} on.',
    note: 'Yearly from next month, transfer enabled after credit check.',
  },
  {
    subject: 'Cancel our subscription',
    opening:
      'we want to cancel our subscription to the end of the term. Please confirm the end date and how long we can still export our data.',
    asks: 'I am sorry to hear that. May I ask what made you decide? It helps us, and has no influence on the cancellation.',
    says: 'We were bought and the group uses another product. Nothing against you.',
    fix: 'Your subscription ends on {soon}; the confirmation is attached. After that your data can be exported for 30 days and is then deleted.',
    bot: 'You can cancel under Billing > Plan > Cancel. The account stays usable until the end of the paid period, and data can be exported for 30 days after.',
    note: 'Churn, acquired by a larger group. Confirmed end date, CSM informed.',
  },
  {
    subject: 'Purchase order number on the invoice',
    opening:
      'our purchasing department only pays invoices that show the purchase order number {po}. Can you add it to {invoice} and to all that follow?',
    asks: 'Is {po} valid for the whole year or only for this invoice?',
    says: 'For the whole calendar year.',
    fix: 'I added {po} to your billing details until the end of the year and issued {invoice} again with it.',
    bot: 'You can enter a purchase order number under Billing > Company details. It is printed on all invoices from then on.',
    note: 'PO stored in billing details, invoice re-issued.',
  },
];
