import { importFieldNames, importFields, type ImportField } from './import-fields.ts'

type Column = { name: string; field: ImportField | null; samples: readonly string[] }

/** Each column of the file with what stands in it, and what it is taken for. */
export function ColumnTable({
  columns,
  errors = [],
}: {
  columns: readonly Column[]
  errors?: readonly string[]
}) {
  return (
    <div className="field-group">
      {errors.length > 0 && (
        <p className="field-error" id="columns-error">
          <span className="said">Error: </span>
          {errors.join(' ')}
        </p>
      )}
      <table className="import-columns">
        <caption className="said">Columns of the file</caption>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Such as</th>
            <th scope="col">Is</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, field, samples }, index) => (
            // Columns never change places, and two may have one name.
            <tr key={index}>
              <th scope="row">
                <label htmlFor={`c${index}`}>{name || `Column ${index + 1}`}</label>
              </th>
              <td className="beside">{samples.join(' · ').slice(0, 120)}</td>
              <td>
                <select
                  id={`c${index}`}
                  name={`c${index}`}
                  defaultValue={field ?? ''}
                  aria-describedby={errors.length > 0 ? 'columns-error' : undefined}
                >
                  <option value="">Left out</option>
                  {importFields.map((each) => (
                    <option key={each} value={each}>
                      {importFieldNames[each]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
