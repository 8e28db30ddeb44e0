import type { Account } from '../account/account';
import { REMOVED } from './redact-address';

/** One part of a report: lines for people, or blocks that must stay as they are. */
export interface ReportPart {
  readonly title: string;
  readonly lines: readonly string[];
  readonly blocks?: readonly { readonly title: string; readonly text: string }[];
}

/** What is looked for once more in the whole of a report, though no part should hold it. */
export function secretsOf(account: Account | null): readonly string[] {
  return account === null
    ? []
    : [account.password, ...account.iceServers.map(({ credential }) => credential ?? '')];
}

/** Shorter ones stand in every report by chance. */
const SHORTEST_SECRET = 4;

/** A report as text that a ticket, a mail or a wiki shows well (Markdown). */
export function reportOf(
  title: string,
  parts: readonly ReportPart[],
  secrets: readonly string[],
): string {
  const text = [`# ${title}`, ...parts.flatMap(textOf)].join('\n\n');

  return secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .reduce((safe, secret) => safe.replaceAll(secret, REMOVED), `${text}\n`);
}

function textOf({ title, lines, blocks = [] }: ReportPart): readonly string[] {
  return [
    `## ${title}`,
    ...(lines.length === 0 ? [] : [lines.map((line) => `- ${oneLine(line)}`).join('\n')]),
    ...blocks.map((block) => `### ${oneLine(block.title)}\n\n${fenced(block.text)}`),
  ];
}

/** What others chose must not begin a line of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function fenced(text: string): string {
  return `\`\`\`\n${text.replaceAll('```', "'''")}\n\`\`\``;
}
