import { getProviders } from "@/app/_server/providers";
import { SignInHere } from "@/components/accounts/sign-in-here";

/** Stands in the place of a page that asks who is there, at its address. */
export default async function Unauthorized() {
  return <SignInHere providers={await getProviders()} />;
}
