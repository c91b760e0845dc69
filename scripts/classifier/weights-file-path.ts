/** Where the weights are, from the project's root. */
export const weightsFile = "lib/classify/model/weights.bin";
