/** What customers, agents and the bot say in Japanese. */
import type { Category } from '../../arrivals/categories.ts';
import type { Phrases } from '../phrases.ts';
import type { Problem } from '../problem.ts';

export const JAPANESE: Phrases = {
  customerHello: ['お世話になっております。', 'サポートご担当者様', 'いつもお世話になっております。{org}の{customer}です。'],
  customerBye: ['よろしくお願いいたします。\n{customer}', '以上、よろしくお願いします。\n{customer}\n{org}'],
  stakes: ['約{seats}名に影響が出ています。', '月末の締め作業が止まっています。', '今月二回目です。'],
  asides: ['画面のキャプチャを添付します。', '急ぎではありませんが、今週中に解決できると助かります。'],
  agentHello: ['{customer}様', '{customer}様、お問い合わせありがとうございます。', '{customer}様、ご不便をおかけして申し訳ございません。'],
  agentBye: ['よろしくお願いいたします。\nBrightwellサポート {agent}', '引き続きよろしくお願いいたします。\n{agent}'],
  acknowledgement: ['お問い合わせありがとうございます。受付番号は{number}です。担当者よりご連絡いたします。'],
  botHello: ['{customer}様、Brightwellアシスタントです。', 'こんにちは。'],
  botAgain: ['ヘルプ記事「{subject}」で手順をご案内しています。ご確認いただけますか。', '一度サインアウトして、もう一度お試しください。'],
  questionAgain: ['ありがとうございます。最後に発生した時刻を教えていただけますか。', '同じ権限の方でも同じでしょうか。'],
  answerAgain: ['本日{time}に発生しました。', '同僚も同じです。'],
  botGoodbye: ['お役に立ててうれしいです。', '解決してよかったです。会話を終了します。'],
  botHelped: ['できました。ありがとうございます。', '見つかりました。', '解決しました。'],
  botFailed: ['それでは解決しません。', 'すでに試しました。', 'その設定が見つかりません。'],
  botMissed: ['質問の答えになっていません。', 'そういう意味ではありません。'],
  wantsHuman: ['担当者と話したいです。', 'オペレーターにつないでください。', '人に対応していただけますか。'],
  handover: 'より適切にご案内できる担当者におつなぎします。',
  handoverUrgent: 'ただちに専門の担当者におつなぎします。',
  handoverAsked: '承知しました。ただいま担当者におつなぎします。',
  callGreeting: ['Brightwellサポートの{agent}でございます。どのようなご用件でしょうか。'],
  callSummary: ['お電話ありがとうございました。内容をまとめます。'],
  confirmation: ['動きました。ありがとうございます。', '確認できました。助かりました。'],
  thanks: ['ありがとうございました。解決しました。', '迅速なご対応に感謝します。クローズして構いません。'],
  stillBroken: ['申し訳ありませんが、まだ直っていません。', '今朝また同じ現象が起きました。'],
  chaser: ['その後いかがでしょうか。', 'まだお返事をいただいていません。ご確認をお願いします。'],
  chaserSubject: ['再送：{subject}', '未回答：{subject}'],
  leavesChat: ['会議に入りますので、メールでご返信ください。', '{email}までメールをお願いします。'],
  voicemail: ['（音声メッセージ）{org}の{customer}です。「{subject}」の件で折り返しお願いします。'],
  goodbyeIdle: ['しばらくお返事がなかったため、チャットを終了しました。'],
  reminder: ['「{subject}」について、お返事をお待ちしております。'],
  autoResolved: ['お返事がないため、いったん終了いたします。返信いただければ再開します。'],
  update: ['途中経過のご連絡です。原因が判明し、修正を準備しています。{weekday}までに改めてご連絡します。'],
  handedOn: ['内容をすべて添えて専門チームに引き継ぎました。もう一度ご説明いただく必要はありません。'],
  praise: ['対応が早く、とても丁寧でした。', 'すぐに解決しました。'],
  lukewarm: ['解決しましたが、時間がかかりました。'],
  complaint: ['待ち時間が長すぎます。', '同じ説明を何度もしました。'],
};

export const JAPANESE_PROBLEMS: { readonly [K in Category]?: readonly Problem[] } = {
  Billing: [
    {
      subject: '請求書{invoice}が二重に引き落とされた',
      opening: '請求書{invoice}（{amount}）が{date}に二回引き落とされています。一回分の返金をお願いします。',
      asks: '一方は仮押さえのようです。明細では両方とも確定していますか。',
      says: 'はい、両方とも確定しています。明細を添付します。',
      fix: '明細をありがとうございます。本日、二回目の分を返金いたしました。五営業日ほどで口座に反映されます。',
      bot: '二回目は仮押さえの場合が多く、数日で消えます。お支払いは「請求 > 支払い」でご確認いただけます。',
      note: 'Double capture, refunded {invoice}.',
    },
  ],
  Login: [
    {
      subject: 'パスワード再設定のメールが届かない',
      opening: 'パスワードの再設定を{small}回依頼しましたが、メールが届きません。迷惑メールにもありません。',
      asks: '{time}に貴社のメールサーバーで拒否されています。情報システム部門にご確認いただけますか。',
      says: '隔離されていたとのことで、解除してもらいました。',
      fix: '新しいリンクをお送りしました。有効期限は一時間です。',
      bot: 'メールが届くまで五分ほどかかることがあります。新しく依頼すると前のリンクは無効になります。',
      note: 'Quarantined at customer.',
    },
  ],
  'Data import': [
    {
      subject: '取り込み後に文字化けする',
      opening: '{file}を取り込むと、{dashboard}で日本語が文字化けします。約{count}行が対象です。',
      asks: 'ファイルはExcelで保存されたものでしょうか。Shift_JISの可能性があります。',
      says: 'はい、Excelで保存しています。',
      fix: '取り込み設定の文字コードをShift_JISに変更し、再度取り込みました。正しく表示されています。',
      bot: '取り込み設定で文字コードをShift_JISにするか、「CSV UTF-8」で保存してください。',
      note: 'Shift_JIS. Profile changed.',
    },
  ],
  'UI bug': [
    {
      subject: '{dashboard}のフィルターに何も表示されない',
      opening: '{version}に更新されてから、{dashboard}の「地域」フィルターを開いても何も表示されません。',
      asks: 'シークレットウィンドウでも同じでしょうか。',
      says: '同じです。',
      fix: '値が千件を超えると空になる不具合でした。本日修正しましたので、再読み込みをお願いします。',
      bot: 'Ctrl+Shift+Rで再読み込みしてください。',
      note: 'Regression in {version}.',
    },
  ],
};
