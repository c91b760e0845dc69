import { randomBytes } from "node:crypto";

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 */

/** What every answer bears, pages, files, refusals and the API's alike. */
const always = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-permitted-cross-domain-policies": "none",
  "permissions-policy":
    "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), " +
    "gyroscope=(), magnetometer=(), microphone=(), payment=(), serial=(), usb=()",
};

/** An answer of the API is never a page: were it shown as one, it could do nothing. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const oneYear = "max-age=31536000; includeSubDomains";

/**
 * Sets the headers of an answer before anything else does, and tells Next the nonce for its scripts
 * in the request header that it reads it from; what a client sent under those names is overwritten.
 * @param {Request} request
 * @param {Response} response
 * @param {{ isSecure: boolean }} place whether people reach this server by https
 */
export function setSecurityHeaders(request, response, { isSecure }) {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  if (isSecure) response.setHeader("strict-transport-security", oneYear);
  const isApi = /^\/api(\/|$|\?)/.test(request.url ?? "");
  const nonce = randomBytes(16).toString("base64");
  // What one person was told is kept by no cache, neither a proxy's nor the browser's after a sign-out.
  if (isApi) response.setHeader("cache-control", "private, no-store");
  const policy = isApi ? apiPolicy : pagePolicy(nonce, isSecure);
  response.setHeader("content-security-policy", policy);
  delete request.headers["content-security-policy-report-only"];
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
}

/**
 * Scripts run by this answer's nonce alone, and what those load. Styles may stand in the page:
 * charts place what they draw by style attributes.
 * @param {string} nonce
 * @param {boolean} isSecure
 */
export function pagePolicy(nonce, isSecure) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    // A chart is drawn into a picture by way of a data address.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/**
 * Whether people reach the server by https, as the address says that links lead to.
 * @param {string | undefined} baseUrl
 */
export function isSecureAddress(baseUrl) {
  return baseUrl !== undefined && /^https:\/\//i.test(baseUrl.trim());
}
