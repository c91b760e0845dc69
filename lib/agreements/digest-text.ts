import type { Digest } from "@/lib/contracts/digests";
import type { Measure } from "@/lib/domain/balance";
import { type CategoryOrNone, chartedCategories } from "@/lib/domain/category";
import { categoryWords, unitWords } from "@/lib/domain/glossary";
import { amountWords, countWords, shareWords } from "./amount-words";
import { daysWords, dayWords } from "./day-words";
import { digestItemsPath } from "./digest-items-path";
import { judgedWords, proposalWords } from "./digest-words";
import type { Dialect } from "./message-text";

/** More notes than this are counted, not told. */
const mostNotes = 20;

type Writing = { digest: Digest; dialect: Dialect; href: (path: string) => string };

/** A digest as a message or a page of Markdown; `baseUrl` is where this server is reached. */
export function digestText(digest: Digest, dialect: Dialect, baseUrl: string): string {
  const href = (path: string) => `${baseUrl}${path}`;
  const writing = { digest, dialect, href };
  const parts = [
    [title(writing), ...stageLines(writing)],
    balanceLines(writing),
    section(writing, "Reasons to talk", triggerLines(writing)),
    section(writing, "To decide", decisionLines(writing)),
    section(writing, "Notes", noteLines(writing)),
    footLines(writing),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function title({ digest, dialect }: Writing): string {
  const days = daysWords(digest.from, digest.to);
  return dialect.heading(`${dialect.text(digest.product)}: ${dialect.text(days)}`);
}

function stageLines({ digest: { stage }, dialect }: Writing): string[] {
  if (!stage) return ["", "The product is in no stage."];
  const name = `Stage: ${dialect.strong(dialect.text(stage.name))}, since ${dayWords(stage.startsOn)}.`;
  return ["", stage.goals === "" ? name : `${name} Goals: ${dialect.text(stage.goals)}`];
}

function balanceLines(writing: Writing): string[] {
  const { digest, dialect } = writing;
  const { balance } = digest;
  const lines = chartedCategories.map((category) => {
    const amount = countWords(balance.counts[category], unitWords[balance.unit].noun);
    const share = category === "unclassified" ? null : balance.shares[category];
    const link = dialect.link(categoryWords[category].name, itemsHref(writing, category));
    return dialect.point(
      `${link}: ${amount}${share === null ? "" : `, ${dialect.text(shareWords(share))}`}`,
    );
  });
  const excluded = dialect.link("Excluded", itemsHref(writing, "excluded"));
  if (balance.excluded > 0)
    lines.push(dialect.point(`${excluded}: ${amountWords(balance.excluded)}`));
  if (balance.unestimated > 0) {
    const { lacking } = unitWords[balance.unit];
    lines.push(dialect.point(`${countWords(balance.unestimated, "item")} ${lacking}`));
  }
  const heading = dialect.heading(`The balance of what ${measureVerbs[balance.measure]}`);
  return [heading, "", ...lines, "", dialect.text(judgedWords(digest))];
}

const measureVerbs: Record<Measure, string> = {
  done: "was delivered",
  opened: "was opened",
  open: "was open at the end",
};

function itemsHref({ digest, href }: Writing, category: CategoryOrNone): string {
  return href(digestItemsPath(digest, category));
}

function triggerLines({ digest, dialect, href }: Writing): string[] {
  return digest.triggers.map(({ sentence, path }) =>
    dialect.point(`${dialect.text(sentence)} ${dialect.link("Look at it", href(path))}`),
  );
}

function decisionLines(writing: Writing): string[] {
  const { digest, dialect, href } = writing;
  const proposals = digest.proposals.map((proposal) => {
    const said = dialect.text(proposalWords(proposal));
    return dialect.point(`${said} ${dialect.link("Answer it", href(proposal.path))}`);
  });
  const { contested, productId } = digest;
  const { unclassified } = digest.balance.counts;
  const page = (name: string) => href(`/products/${productId}/${name}`);
  return [
    ...proposals,
    ...(contested > 0
      ? [
          dialect.point(
            dialect.link(`${countWords(contested, "item")} contested`, page("contested")),
          ),
        ]
      : []),
    ...(unclassified > 0 ? [unclassifiedLine(writing, unclassified)] : []),
  ];
}

function unclassifiedLine(writing: Writing, amount: number): string {
  const { digest, dialect, href } = writing;
  const items = `${countWords(amount, unitWords[digest.balance.unit].noun)} of these days unclassified`;
  const triage = dialect.link("Triage", href(`/products/${digest.productId}/triage`));
  return dialect.point(`${dialect.link(items, itemsHref(writing, "unclassified"))}: ${triage}`);
}

function noteLines({ digest, dialect }: Writing): string[] {
  const shown = digest.notes.slice(-mostNotes);
  const hidden = digest.notes.length - shown.length;
  const lines = shown.map(({ day, kind, text }) =>
    dialect.point(`${dayWords(day)}, ${kind}: ${dialect.text(text)}`),
  );
  return hidden > 0 ? [...lines, dialect.point(`${countWords(hidden, "earlier note")}`)] : lines;
}

function footLines({ digest, dialect, href }: Writing): string[] {
  const page = (name: string) => href(`/products/${digest.productId}/${name}`);
  const links = [
    dialect.link("The balance", page("balance")),
    dialect.link("The agreement", page("agreement")),
    dialect.link("All digests", page("digest")),
  ];
  const stale = digest.stale ? [dialect.text(`These figures may be old: ${digest.stale.why}`)] : [];
  return [...stale, links.join(" · ")];
}

function section({ dialect }: Writing, name: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [dialect.heading(name), "", ...lines];
}
