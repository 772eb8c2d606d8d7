import zoneCombobox from './zone-combobox.js?url'
import zoneSearch from './zone-search.js?url'

/** Makes the page's list of time zones a field to type into, and says where that finds its search. */
export function ZoneScript() {
  return <script type="module" src={zoneCombobox} data-search={zoneSearch} />
}
