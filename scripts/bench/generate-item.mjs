/**
 * @typedef {object} Change something that happened to a generated item
 * @property {"labeled" | "unlabeled" | "renamed" | "closed" | "reopened"} kind
 * @property {Date} at
 * @property {string} [label] the label that came or went
 * @property {string} [from] the title before
 */

/**
 * @typedef {object} GeneratedItem
 * @property {number} number from 1
 * @property {string} title
 * @property {string} body 500 to 2,000 characters
 * @property {string[]} labels as they are now
 * @property {string} author
 * @property {string | null} assignee
 * @property {Date} createdAt
 * @property {Date} updatedAt
 * @property {Date | null} closedAt
 * @property {Change[]} changes two to six, oldest first
 */

const verbs = ["Add", "Fix", "Support", "Remove", "Refactor", "Improve", "Document", "Upgrade"];
const things =
  "checkout,invoice,search,login,export,report,cart,webhook,mailer,cache,importer,dashboard".split(
    ",",
  );
const words =
  "the,a,of,when,user,order,page,shows,error,after,payment,list,was,expected,instead,click,value,empty,while,server,answers,slowly,with,browser,and,version,some,fields,missing,steps,reproduce,open,product,see,total,wrong,currency,rounding,number,tax,second,time,same,result,log,says,timeout,connection,retry,customer,reported,twice,this,week,only,large,files,affected,workaround,reload".split(
    ",",
  );
const labels =
  "bug,enhancement,documentation,tech debt,good first issue,security,dependencies,refactor,question,wontfix,area: billing,area: search,priority: high,priority: low".split(
    ",",
  );
const people = "ada,grace,linus,barbara,edsger,margaret,dennis,frances".split(",");

const firstMs = Date.UTC(2016, 0, 4, 9);
const everyMs = 25 * 60_000;
const hourMs = 3_600_000;

/** What a numbered item is: the same in every run. @param {number} number @returns {GeneratedItem} */
export function generateItem(number) {
  const random = randomOf(number);
  const title = `${pick(random, verbs)} ${pick(random, things)} ${sentence(random, 6)}`;
  const createdAt = new Date(firstMs + number * everyMs);
  const { changes, now, isClosed } = happen(random, createdAt, title);
  const updatedAt = changes.at(-1)?.at ?? createdAt;
  return {
    number,
    title,
    body: text(random, 500 + Math.floor(random() * 1500)),
    labels: now,
    author: pick(random, people),
    assignee: random() < 0.5 ? pick(random, people) : null,
    createdAt,
    updatedAt,
    closedAt: isClosed ? updatedAt : null,
    changes,
  };
}

/** @param {() => number} random @param {Date} createdAt @param {string} title */
function happen(random, createdAt, title) {
  const at = (/** @type {number} */ step) => new Date(createdAt.getTime() + step * 7 * hourMs);
  const [kept, lost] = [pick(random, labels.slice(0, 7)), pick(random, labels.slice(7))];
  const isClosed = random() < 0.7;
  /** @type {Omit<Change, "at">[]} */
  const told = [{ kind: "labeled", label: kept }];
  if (random() < 0.4)
    told.push({ kind: "labeled", label: lost }, { kind: "unlabeled", label: lost });
  if (random() < 0.2) told.push({ kind: "renamed", from: `${title} (draft)` });
  if (isClosed && random() < 0.1) told.push({ kind: "closed" }, { kind: "reopened" });
  told.push(isClosed ? { kind: "closed" } : { kind: "labeled", label: "area: search" });
  const changes = told.slice(-6).map((change, step) => ({ ...change, at: at(step + 1) }));
  return { changes, now: isClosed ? [kept] : [kept, "area: search"], isClosed };
}

/** Mulberry32: small, and the same everywhere. @param {number} seed */
function randomOf(seed) {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {() => number} random @param {readonly string[]} all */
function pick(random, all) {
  return all[Math.floor(random() * all.length)] ?? "";
}

/** @param {() => number} random @param {number} count */
function sentence(random, count) {
  return Array.from({ length: count }, () => pick(random, words)).join(" ");
}

/** @param {() => number} random @param {number} length */
function text(random, length) {
  let written = "";
  while (written.length < length) written += `${sentence(random, 8 + Math.floor(random() * 8))}.\n`;
  return written.slice(0, length);
}
