// The board of the missing, pushed as something is recorded and as each minute passes, without a refresh.
import { listenWhileSeen } from './listening.js'

const board = document.querySelector('[data-board]')
const said = document.querySelector('[data-board-said]')

const episodes = () => new Set([...board.querySelectorAll('[data-episode]')].map((row) => row.dataset.episode))

/** Put the new board in place of the old one, with whatever link was focused focused still. */
function show (html) {
  const before = episodes()
  const held = board.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
  board.innerHTML = html
  if (held) board.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus({ preventScroll: true })
  const fresh = [...episodes()].filter((ref) => !before.has(ref))
  if (fresh.length > 0) said.textContent = `New on the board: ${fresh.join(', ')}`
}

if (board && said && 'EventSource' in window) {
  listenWhileSeen(
    () => board.dataset.board,
    { board: (event) => show(JSON.parse(event.data).board) },
    () => {
      said.textContent = 'Signed out: the board no longer moves.'
      said.classList.remove('govuk-visually-hidden')
      said.classList.add('govuk-inset-text')
    }
  )
}
