/** Ways to write this machine, or what only this machine's network reaches, as a URL's host. */
export const privateHosts: readonly string[] = [
  // IPv4: as it is, short, decimal, octal, hexadecimal, mixed, and with what URLs take out.
  ...["127.0.0.1", "127.1", "127.0.1", "127.000.000.001", "127.255.255.254", "2130706433"],
  ...["017700000001", "0x7f000001", "0x7F.1", "0x7f.0x0.0x0.0x1", "0177.0.0.1", "0177.0x0.0.1"],
  ...["127.0.0.1.", "127.0.0.1%2e", "%31%32%37.0.0.1", "127%2E0%2E0%2E1", "0.0.0.0", "0", "0x0"],
  // Digits and dots of other scripts, which URLs read as ours.
  ...[
    "①②⑦.⓪.⓪.①",
    "１２７.０.０.１",
    "127。0。0。1",
    "127．0．0．1",
    "127｡0｡0｡1",
    "𝟏𝟐𝟕.𝟎.𝟎.𝟏",
    "１２７。1",
  ],
  // IPv6: loopback, any, mapped, compatible, translated, NAT64, 6to4, Teredo, ISATAP.
  ...["[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::]", "[::127.0.0.1]", "[::7f00:1]"],
  ...["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::FFFF:127.0.0.1]", "[0:0:0:0:0:ffff:7f00:1]"],
  ...["[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]"],
  ...["[2002:7f00:1::]", "[2002:7f00:0001::1]", "[2001:0:7f00:1::]", "[2001::80ff:fffe]"],
  ...["[fe80::5efe:7f00:1]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]"],
  // Other private networks and clouds' metadata.
  ...["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1", "198.18.0.1"],
  ...["169.254.169.254", "2852039166", "0xA9FEA9FE", "0251.0376.0251.0376", "169.254.43518"],
  ...["[::ffff:169.254.169.254]", "[64:ff9b::a9fe:a9fe]", "100.100.100.200", "192.0.0.192"],
  ...["224.0.0.1", "255.255.255.255", "192.0.2.1", "203.0.113.1", "240.0.0.1"],
  // With a name before it that looks like the right one.
  ...["github.com@127.0.0.1", "github.com:443@127.0.0.1", "api.github.com%40@127.0.0.1"],
];

/** Names that lead to this machine; a resolver says so. */
export const loopbackNames: readonly string[] = [
  ...["localhost", "localhost.", "LOCALHOST", "ip6-localhost", "x.localhost", "localtest.me"],
  ...["127.0.0.1.nip.io", "metadata.google.internal", "xn--e1afmkfd.example", "intranet"],
];
