import { Button, Text, Title } from "@mantine/core";

export default function NotFound() {
  return (
    <main id="main" style={{ maxWidth: 520, margin: "0 auto", padding: "12vh 20px" }}>
      <title>There is no such page · Backlog Balance</title>
      <Title order={1} size="h2" mb="xs">
        There is no such page
      </Title>
      <Text c="dimmed" mb="lg">
        The product or item may have been deleted, or the address is mistyped.
      </Text>
      <Button component="a" href="/">
        Go to the start
      </Button>
    </main>
  );
}
