import { type CSSProperties, useEffect, useEffectEvent, useMemo } from 'react'
import { useLocation } from 'react-router-dom'
import { isPressing } from '../../domain/wall/order'
import { sizesOf, withinReach } from '../../domain/wall/type'
import { cx, PageBar } from '../../ui'
import { type Parameters, readParameters, type Wrong } from './address'
import { HeartbeatBanner, PictureBanner, SkewNote } from './Banner'
import { Board, LanesBelow, usePage } from './Board'
import { Calm } from './Calm'
import { useFindClock, WallClockProvider } from './clock'
import { Foot } from './Foot'
import { Head } from './Head'
import { News } from './News'
import night from './night.module.css'
import { OtherScene } from './scenes/OtherScene'
import { SceneState } from './scenes/SceneState'
import { Alarm } from './sound/Alarm'
import { useSound } from './sound/useSound'
import { Part } from './Part'
import { Standing } from './Standing'
import { leftOut } from './Table'
import { useAbout } from './useAbout'
import { useDrift } from './useDrift'
import { useHeartbeat } from './useHeartbeat'
import { type Names, useNames } from './useNames'
import { useNight } from './useNight'
import { usePick } from './usePick'
import { useRoom, useScreen } from './useRoom'
import { useScenes } from './useScenes'
import { useTheme } from './useTheme'
import { useWake, wakeWords } from './useWake'
import { useTriage } from './useTriage'
import { type Incidents, useIncidents } from './useWall'
import { inWords } from './words'
import styles from './wall.module.css'

/** Asks for data sooner than usual, where the address wants that and nothing is failing. */
function useRefresh({ view }: Incidents, seconds: number | undefined): void {
  const ask = useEffectEvent(() => {
    if (view.parts.every(({ error, pending }) => !error && !pending)) view.retry()
  })
  useEffect(() => {
    if (seconds === undefined) return undefined
    const timer = setInterval(() => ask(), seconds * 1000)
    return () => clearInterval(timer)
  }, [seconds])
}

/** The teams of the address by id, and those that nobody knows. */
function useNarrowing({ teams, severities }: Parameters, names: Names) {
  return useMemo(() => {
    const found = teams.map((wanted) => ({
      wanted,
      party: names.parties.find(
        ({ id, name }) => id === wanted || id === `team:${wanted}` || name.toLowerCase() === wanted.toLowerCase(),
      ),
    }))
    const unknown = found.filter(({ party }) => !party).map(({ wanted }) => wanted)
    const only = [
      found.map(({ wanted, party }) => party?.name ?? wanted).join(', '),
      severities.map((each) => (each === 0 ? 'unknown severity' : `SEV${each}`)).join(', '),
    ]
    return {
      narrowing: { teams: found.map(({ wanted, party }) => party?.id ?? wanted), severities },
      only: only.filter((text) => text !== '').join(' · '),
      wrong: unknown.map((text): Wrong => ({ key: 'team', text, because: 'no such team is known' })),
    }
  }, [teams, severities, names.parties])
}

interface ViewProps {
  readonly parameters: Parameters
  readonly wrong: readonly Wrong[]
}

function View({ parameters, wrong }: ViewProps) {
  const screen = useScreen()
  const viewing = parameters.viewing && withinReach(parameters.viewing, screen)
  const readable = sizesOf(screen, viewing)
  // So few lines that signs would leave no room for titles: words take their place, and the counts go.
  const tight = screen.height < readable.text * fewLines
  const sizes = tight ? { ...readable, glyph: readable.title } : readable
  const [element, room] = useRoom()
  const names = useNames(parameters.initials)
  const { narrowing, only, wrong: unknown } = useNarrowing(parameters, names)
  const incidents = useIncidents(narrowing)
  const beat = useHeartbeat(parameters.heartbeat)
  useRefresh(incidents, parameters.refresh)
  useTheme(parameters.theme)
  const wake = useWake(parameters.wake)
  const { open, view, picture, tellers } = incidents
  const perRow = room.width / sizes.text
  const columns = usePage(open, room, sizes, undefined).layout.arrangement
  const picking = usePick(open, 'columns' in columns ? columns.columns : 1)
  const { layout, page } = usePage(open, room, sizes, picking.current)
  const about = useAbout(layout.arrangement.kind === 'table' ? none : page.shown)
  const scenes = useScenes(parameters, open)
  const board = scenes.scene === 'board'
  const { keys, said } = useTriage({
    picking,
    shown: page.shown,
    names,
    readOnly: parameters.readOnly,
    picks: board && open.length > 0,
  })
  const sound = useSound(parameters)
  const dim = useNight(parameters.night, open.some(isPressing))
  const calm = board && layout.arrangement.kind === 'calm'
  const style = {
    '--type': `${sizes.text}px`,
    '--title': `${sizes.title}px`,
    '--lead': `${sizes.lead}px`,
    '--clock': `${sizes.clock}px`,
    '--glyph': `${sizes.glyph}px`,
    ...useDrift(parameters.drift),
  } as CSSProperties
  return (
    <div
      className={cx(styles.wall, parameters.kiosk && styles.kiosk, tight && styles.tight, dim.dimmed && night.night)}
      style={style}
      data-picture={picture}
      data-tight={tight || undefined}
      data-night={dim.dimmed || undefined}
    >
      <div className="hidden">
        <PageBar title="Wall" />
      </div>
      <Part name="The head" of={open}>
        <Head incidents={incidents} only={only} narrow={perRow < narrowHead} />
      </Part>
      <div className={styles.said}>
        <Part name="What is to be said of the picture" of={tellers}>
          <PictureBanner picture={picture} tellers={tellers} asOf={view.asOf} />
          <HeartbeatBanner beat={beat} rule={parameters.heartbeat} />
          <SkewNote />
          <Standing incidents={incidents} />
          <News incidents={incidents} names={names} />
          <Alarm incidents={incidents} names={names} sound={sound} every={parameters.repeat} board={board} />
        </Part>
      </div>
      <div ref={element} className={styles.middle}>
        <Part name="What burns" says={inWords(open, names.text)} of={open}>
          {!board ? (
            <OtherScene
              scene={scenes.scene}
              incidents={incidents}
              names={names}
              narrowing={narrowing}
              room={room}
              text={sizes.text}
            />
          ) : calm ? (
            <Calm
              incidents={incidents}
              narrowing={narrowing}
              only={only}
              doubt={beat !== undefined && beat.kind !== 'beats'}
            />
          ) : (
            <Board
              incidents={incidents}
              layout={layout}
              page={page}
              names={names}
              about={about}
              picked={picking.current}
              wide={perRow}
            />
          )}
        </Part>
        {board && layout.lanes && (
          <Part name="The last 24 h" of={view.items}>
            <LanesBelow incidents={incidents} names={names} />
          </Part>
        )}
      </div>
      <Part name="The foot" of={view.items}>
        <Foot
          incidents={view.items}
          names={names}
          narrowing={narrowing}
          calm={calm}
          kiosk={parameters.kiosk}
          keys={parameters.kiosk ? '' : [keys, scenes.several && 'PgDn next scene'].filter(Boolean).join(' · ')}
          said={said}
          wake={parameters.wake ? wakeWords[wake] : ''}
          silent={parameters.sound ? '' : sound.words}
          standing={
            <>
              <SceneState scenes={scenes} />
              {viewing !== parameters.viewing && <span>read from {viewing?.distance} m</span>}
              {parameters.sound && <span>{sound.words}</span>}
              {dim.words !== '' && <span>{dim.words}</span>}
            </>
          }
          wrong={[...wrong, ...unknown]}
          brief={perRow < fewLetters}
          leftOut={[
            ...(tight ? ['counts'] : []),
            ...(layout.lanes || !board ? [] : ['the last 24 h']),
            ...(board && layout.arrangement.kind === 'table' ? leftOut(perRow) : []),
          ]}
        />
      </Part>
    </div>
  )
}

const none: readonly never[] = []
/** Lines of text on the panel below which signs are words. */
const fewLines = 14
/** Width in letters below which what is left out is counted and not named. */
const fewLetters = 60
/** Width in letters below which counts and clock stand one above the other. */
const narrowHead = 34

/** A display for a room: what burns, how bad, who has it, what is due; and how far all that can be believed. */
export default function Wall() {
  const { search } = useLocation()
  const { parameters, wrong } = useMemo(() => readParameters(search), [search])
  const clock = useFindClock()
  if (!clock) return <p className={styles.opening}>Waiting for the first answer …</p>
  return (
    <WallClockProvider value={clock}>
      {/* Another question is another picture: nothing of the one before may stand in for it. */}
      <View key={[...parameters.teams, ...parameters.severities].join(' ')} parameters={parameters} wrong={wrong} />
    </WallClockProvider>
  )
}
