import { Button, Text, Title } from "@mantine/core";

/** Stands in the place of a page that is for others of the same workspace. */
export default function Forbidden() {
  return (
    <main id="main" style={{ maxWidth: 520, margin: "0 auto", padding: "12vh 20px" }}>
      <title>Not for your role · Backlog Balance</title>
      <Title order={1} size="h2" mb="xs">
        This page is not for your role
      </Title>
      <Text c="dimmed" mb="lg">
        An owner of the workspace can give you another one, under People.
      </Text>
      <Button component="a" href="/">
        Go to the start
      </Button>
    </main>
  );
}
