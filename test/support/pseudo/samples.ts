/** Short articles in scripts that have no spaces, and what a reader types to find each. By file. */
const article = (title: string, summary: string, body: string) => `---
title: ${title}
summary: ${summary}
kind: faq
updated: 2026-11-25
sources: ["Written for the tests"]
---

${body}
`;

export const SAMPLES = {
  "articles/syncing/contacts-not-syncing.ja.mdx": article(
    "連絡先が同期されない",
    "同期されない連絡先の原因を三つのテストで見つけて、設定を直す方法です。",
    `既存の連絡先は「何もしない」設定のため、同期されません。設定を更新に変更してください。

## 一部の連絡先だけが届かない

同じメールアドレスの連絡先がすでに存在する場合、重複は作成されません。`,
  ),
  "articles/syncing/contacts-not-syncing.zh.mdx": article(
    "联系人没有同步",
    "用三个测试找出联系人没有同步到客户关系管理系统的原因,然后修改相应的设置。",
    `现有联系人被设置为不执行任何操作,因此没有同步。请将设置改为更新。

## 只有一部分联系人没有到达

如果已经存在使用相同电子邮件地址的联系人,则不会创建重复的记录。`,
  ),
};
