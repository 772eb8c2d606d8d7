import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantWriter } from './instant-writer.ts'

test('moments are written as the language writes them, whichever were written before', () => {
  const moments = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.array(moments, { minLength: 1, maxLength: 50 }), (dates) => {
      const write = instantWriter()

      expect(dates.map((date) => write(date.getTime()))).toEqual(dates.map((date) => date.toISOString()))
    }),
  )
})
