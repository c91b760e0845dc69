import { expect, test } from "vitest";
import { isNamed, parseAllowedHosts } from "@/lib/connectors/address-guard";
import { isUpstreamHost } from "@/lib/domain/upstream-host";

test.each([
  ["tracker.corp", "https://tracker.corp"],
  ["Tracker.Corp:8443", "https://tracker.corp:8443"],
  ["my_jira", "http://my_jira"],
  ["größe.corp", "https://größe.corp"],
  ["10.0.0.1", "http://10.0.0.1:99"],
  ["127.0.0.1:8970", "http://127.0.0.1:8970"],
  ["web.corp:80", "http://web.corp"],
  ["fd00::1", "http://[fd00::1]"],
  ["::ffff:10.0.0.1", "http://[::ffff:10.0.0.1]"],
  ["[fd00::1]", "http://[fd00::1]:99"],
  ["[fd00::1]:443", "https://[fd00::1]"],
])("%s is a host, and opens %s", (entry, url) => {
  expect(isUpstreamHost(entry)).toBe(true);
  expect(isNamed(parseAllowedHosts([entry]), new URL(url))).toBe(true);
});

test.each([
  "http://x/y",
  "https://tracker.corp",
  "tracker.corp/path",
  "tracker.corp?x",
  "user@tracker.corp",
  "tracker.corp:",
  "tracker.corp:http",
  "tracker.corp:65536",
  "*.corp",
  "a.corp;b.corp",
  "10.0.0.0/8",
  "10.0.0.256",
  "fd00::1::2",
  "fe80::1%eth0",
  "[fd00::1",
  "::1]:80/x[",
])("%s is none", (entry) => {
  expect(isUpstreamHost(entry)).toBe(false);
});
