"use client";

import dynamic from "next/dynamic";

/** Next sends what stands in a refused page's place with every page: its form is fetched when it is shown. */
export const SignInHere = dynamic(() =>
  import("./sign-in-page").then((module) => module.SignInPage),
);
