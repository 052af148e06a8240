// Dragging a visit to another round opens the page that moves it, with the crew chosen; the reason is asked there.
// The link of each visit leads to the same page: nothing here is the only way.
const KIND = 'application/x-watchkeeper-visit'

for (const row of document.querySelectorAll('[data-change]')) {
  row.addEventListener('dragstart', (event) => {
    event.dataTransfer.setData(KIND, row.dataset.change)
    event.dataTransfer.effectAllowed = 'move'
  })
}
for (const round of document.querySelectorAll('[data-crew]')) {
  const over = (event) => {
    if (!event.dataTransfer.types.includes(KIND)) return
    event.preventDefault()
    round.classList.add('wk-round--over')
  }
  round.addEventListener('dragenter', over)
  round.addEventListener('dragover', over)
  round.addEventListener('dragleave', (event) => {
    if (!round.contains(event.relatedTarget)) round.classList.remove('wk-round--over')
  })
  round.addEventListener('drop', (event) => {
    event.preventDefault()
    const address = event.dataTransfer.getData(KIND)
    if (!address.startsWith('/plans/')) return
    location.assign(`${address}?crew=${encodeURIComponent(round.dataset.crew)}`)
  })
}
