/** A part of the invented product, and what it consists of, each fit for any title below. */
export type Part = { name: string; things: readonly [string, ...string[]] };

/** The parts of a small business application: orders, invoices and the people who handle them. */
export const parts: readonly [Part, ...Part[]] = [
  {
    name: "billing",
    things: [
      ...(["invoice totals", "credit notes", "refunds", "payment reminders"] as const),
      ...(["plan changes", "VAT numbers", "payment retries", "receipts"] as const),
    ],
  },
  {
    name: "search",
    things: [
      ...(["saved searches", "search filters", "search ranking", "typo tolerance"] as const),
      ...(["facet counts", "result previews", "recent searches"] as const),
    ],
  },
  {
    name: "reports",
    things: [
      ...(["scheduled reports", "the revenue report", "CSV exports", "chart legends"] as const),
      ...(["shared reports", "date ranges", "the cohort table"] as const),
    ],
  },
  {
    name: "imports",
    things: [
      ...(["CSV imports", "column mapping", "the import preview", "import history"] as const),
      ...(["duplicate contacts", "large uploads", "import undo"] as const),
    ],
  },
  {
    name: "notifications",
    things: [
      ...(["e-mail digests", "push messages", "unread counts", "webhook deliveries"] as const),
      ...(["mention alerts", "quiet hours", "message templates"] as const),
    ],
  },
  {
    name: "accounts",
    things: [
      ...(["invitations", "team roles", "single sign-on", "password resets"] as const),
      ...(["session expiry", "two-factor codes", "the audit log"] as const),
    ],
  },
  {
    name: "mobile",
    things: [
      ...(["offline mode", "photo uploads", "deep links", "the home screen"] as const),
      ...(["background sync", "tablet layouts", "barcode scanning"] as const),
    ],
  },
  {
    name: "api",
    things: [
      ...(["API keys", "rate limits", "cursor paging", "bulk updates"] as const),
      ...(["webhook signatures", "error responses", "the orders endpoint"] as const),
    ],
  },
  {
    name: "orders",
    things: [
      ...(["draft orders", "order notes", "delivery dates", "stock levels"] as const),
      ...(["packing slips", "order tags", "split shipments", "price lists"] as const),
    ],
  },
];
