import { readWaysIn } from "@/app/sign-in-ways";
import { SignInHere } from "@/components/accounts/sign-in-here";

/** Stands in the place of a page that asks who is there, at its address. */
export default async function Unauthorized() {
  const { isIn: _, ...ways } = await readWaysIn();
  return <SignInHere {...ways} next={null} />;
}
