export type Rest = ReturnType<typeof makeRest>

/** A pause between two looks that can be cut short, also by a call that comes just before it begins. */
export function makeRest() {
  let isCalled = false
  let isOver = false
  let getUp = () => {}
  const wake = () => {
    isCalled = true
    getUp()
  }
  return {
    wake,
    isOver: () => isOver,
    end() {
      isOver = true
      wake()
    },
    /** Resolves after so many milliseconds, or when it is called or ended. */
    async take(duration: number) {
      if (!isCalled) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, duration)
          getUp = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      isCalled = isOver
    },
  }
}
