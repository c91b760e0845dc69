import postgres from "postgres";

/** A database on the server with what a migrated one holds. */
export type ServerCopy = { url: string; drop: () => Promise<void> };

/** Copies the migrated database; `name` says whose it is, should one be left behind. */
export async function createServerCopy(templateUrl: string, name: string): Promise<ServerCopy> {
  const [own, admin] = [new URL(templateUrl), new URL(templateUrl)];
  const template = own.pathname.slice(1);
  const unique = `balance_${name}_${crypto.randomUUID().replaceAll("-", "")}`;
  own.pathname = `/${unique}`;
  admin.pathname = "/postgres";
  const server = postgres(admin.href, { max: 1, onnotice: () => undefined });
  await server.unsafe(`create database ${unique} template ${template}`);
  const drop = async () => {
    await server.unsafe(`drop database ${unique} with (force)`);
    await server.end();
  };
  return { url: own.href, drop };
}
