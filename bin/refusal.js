/**
 * Something the person at the keyboard can put right. The commands print its message, one clear line without a stack,
 * and end with code 1; every other error is a fault of the program and shows where it happened.
 */
export class Refusal extends Error {}

/**
 * Runs a command's main function and turns what it throws into what the person reads.
 *
 * @param {() => Promise<unknown>} main
 */
export async function run(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = 1
  }
}
