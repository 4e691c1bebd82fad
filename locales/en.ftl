### Terrikon, English. Used by the server and the viewer.

## Languages, each by its own name

language-en = English
language-ru = Русский
language-kk = Қазақша
language-ky = Кыргызча

## The page

app-title = Terrikon
app-subtitle = Pollution hotspots
app-description = Map of pollution hotspots in Kazakhstan and Kyrgyzstan, with a source for every figure
skip-to-list = Skip the map, go to the list
language-label = Language
theme-label = Colours
theme-auto = As on the device
theme-light = Light
theme-dark = Dark
loading = Loading…
close = Close
release-label = Data release

## Views

view-label = View
view-map = Legend
view-list = List
view-map-hint = The map with its legend
view-list-hint = The same hotspots as a list

## Kinds of hotspot: one, and the group

kind-tailings = Tailings
kind-dump = Dump
kind-river = Polluted river
kind-lake = Polluted lake
kind-industrial-town = Industrial town
kind-other = Other hotspot
kinds-tailings = Tailings
kinds-dump = Dumps
kinds-river = Rivers
kinds-lake = Lakes
kinds-industrial-town = Towns
kinds-other = Other

## Filters

filter-kinds-label = Kinds of hotspot
filter-oblast-label = Oblast
filter-oblast-all = All oblasts
filter-clear = Clear filters
country-kz = Kazakhstan
country-kg = Kyrgyzstan

## Search

search-label = Search
search-placeholder = Town, river, plant…
search-clear = Clear the search
search-none = Nothing found for “{ $query }”. Try another spelling: names are matched in four languages and in Latin letters.
search-count =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
search-type-hotspot = hotspot
search-type-settlement = town or village
search-type-oblast = oblast
search-type-raion = raion
search-type-river = river
search-type-lake = lake
near-me = What is near me?
near-me-asking = Asking your device where it is…
near-me-denied = The browser may not tell where you are. Type the name of your town instead.
near-me-failed = Your device can’t find where it is. Type the name of your town instead.

## Map

map-label = Map of pollution hotspots. Arrow keys move it, plus and minus zoom. The list holds the same places.
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-home = Show both countries
map-failed = This device can’t draw the map. The list holds the same places.
map-attribution = Data sources

# The map’s data, as /style.json names them
attribution-base = Areas: OCHA COD-AB by <a href="https://github.com/arodionoff/geokz">geokz</a> (CC BY 4.0), <a href="https://whosonfirst.org/">Who’s On First</a> (<a href="https://whosonfirst.org/docs/licenses/">licence</a>). Places: Who’s On First, <a href="https://www.geonames.org/">GeoNames</a> (CC BY 4.0), Quattroshapes (CC BY). Water and neighbours: <a href="https://www.naturalearthdata.com/">Natural Earth</a>.
attribution-hotspots = Hotspots: Terrikon, release { $release }.
attribution-facilities = Facilities: <a href="https://globalenergymonitor.org/">Global Energy Monitor</a> and <a href="https://github.com/wri/global-power-plant-database">World Resources Institute</a> (CC BY 4.0), changed.

## Legend

legend-filled = Filled: a source backs the fact
legend-outline = Outline: unverified
legend-imprecise = Small, in a ring: only the town or area is known, not the site
legend-accuracy = Pale disc: the place lies somewhere inside
legend-cluster = Ring with a number: so many places close together
legend-shape = Line or area: the polluted stretch itself
legend-reach = Circle: people are counted within it
legend-reach-outer = Dashed circle around it: as far as it may reach, as the position is inexact
legend-zone-screening = Dotted edge: a zone around the chosen hotspot, for comparison only
legend-zone-unverified = Dashed edge, tinted: a zone by law whose width is unverified
legend-zone-read = Unbroken edge, tinted: a zone by law whose width was read in the act
legend-unverified-note = Unverified means that nobody has shown us a readable source yet. Treat it as a lead, not as a fact.

## List

list-title = Hotspots
list-count =
    { $count ->
        [one] { $count } hotspot
       *[other] { $count } hotspots
    }
list-sort-label = Sort by
list-sort-name = name
list-sort-oblast = oblast
list-sort-distance = distance to the map centre
list-empty = No hotspot matches these filters.
list-empty-hint = Choose another oblast or kind, or clear the filters.
list-none = This release holds no hotspots yet.
distance-about = ≈ { $distance }
distance-within = < { $distance }
distance-km = { $distance } km
distance-m = { $distance } m

## Panel of one hotspot

panel-label = About this hotspot
panel-raion = Raion: { $name }
panel-note = Note
panel-status = Status
panel-pollutants = Pollutants
panel-position = Where exactly
panel-coordinates = Coordinates
panel-copy-coordinates = Copy the coordinates
panel-copy-link = Copy the link
panel-copied = Copied
panel-copy-failed = Couldn’t copy
panel-link = Permanent link
panel-cite = Cite
panel-citation = Terrikon. { $name } ({ $id }). Data release { $release }. { $url }
panel-copy-citation = Copy the citation
panel-download = Download
panel-claims = Who says what, and when
panel-people = People
panel-people-note = As sources estimate it, not computed from census data.
panel-no-claims = No source has given a figure for this place yet.
panel-shown-in = shown in: { $language }
panel-zoom = Show on the map
position-site = The position is that of the site itself
position-digitised = The position is drawn by hand from a map or picture
position-town-centroid = This is the town’s centre, not the site itself
position-area-centroid = This is the middle of a large area
position-badge = position ± { $distance }
position-source = Source of the position: { $source }
trust-sourced = sourced
trust-partly = partly sourced
trust-unverified = unverified
trust-sourced-note = The facts and the position have a readable source.
trust-partly-note = Either the facts or the position have a readable source, not both.
trust-unverified-note = We have not read a source for this yet. Treat it as a lead, not as a fact.

## Claims

claim-conflict = Sources disagree: { $count } different values
claim-year = year: { $year }
claim-year-about = c. { $year }
claim-year-unknown = year not stated
claim-unverified = unverified
claim-source-unknown = source not stated

## Zones around a hotspot

zones-title = Zones around this place
zones-none = No zone is known for a place of this kind.
zone-act = { $act }, of { $date }
zone-method = How the distance was chosen: { $method }

# shape
zone-shape-ring = around the place
zone-shape-corridor = along the river, on both sides
zone-shape-shore = along the shore

# basis
zone-basis-statutory = by law
zone-basis-screening = for comparison
zone-basis-statutory-note = An act asks for it. The real lines are set place by place, by a project: these are defaults.
zone-basis-screening-note = Chosen to compare places with each other. It does not say how far pollution reaches.

# verification
zone-verification-verified = width read in the source
zone-verification-unverified = width unverified

# reason: why nothing is drawn
zone-reason-width-unknown = Not drawn: the act exists, but we could not read its width, and we do not guess.
zone-reason-no-shape = Not drawn: we know only a point here, not the line of the river or shore.
zone-reason-position-accuracy = Not drawn: the place is known less exactly than this zone is wide.

# rule
zone-rule-kz-szz-class-1 = Sanitary protection zone, if the site is of hazard class I
zone-rule-kz-szz-class-2 = Sanitary protection zone, if the site is of hazard class II
zone-rule-kz-szz-mine-class-1 = Sanitary protection zone of a mine, if it is of hazard class I
zone-rule-kz-water-strip-river = Water protection strip of the river, smallest width
zone-rule-kz-water-strip-lake = Water protection strip of the lake, smallest width
zone-rule-kz-water-zone-river = Water protection zone of the river
zone-rule-kz-water-zone-lake = Water protection zone of the lake
zone-rule-kg-szz = Sanitary protection zone
zone-rule-kg-szz-mine = Sanitary protection zone of a mine
zone-rule-kg-water-zone-river = Water protection zone and strip of the river
zone-rule-kg-water-zone-lake = Water protection zone and strip of the lake
zone-rule-screening-site = All near the place, for comparison
zone-rule-screening-town = The town and its surroundings, for comparison
zone-rule-screening-river = All near the polluted reach, for comparison
zone-rule-screening-lake = All near the shore, for comparison

## Phone sheet

sheet-label = Panel height
sheet-raise = Make the panel taller
sheet-lower = Make the panel lower
sheet-peek = low
sheet-half = half of the screen
sheet-full = full screen

## When something fails

problem-retry = Try again
problem-offline = No connection to the server. Check the internet and try again.
problem-not-found = There is no such place in this release. It may have been renamed: try the search.
problem-bad-request = The address holds something that we can’t read: { $parameter }. Clear the filters and try again.
problem-bad-request-plain = The address holds something that we can’t read. Clear the filters and try again.
problem-too-many = Too many requests at once. Wait a minute and try again.
problem-needs-service = This part of the map needs a service that computes, and this copy of it is files only.
problem-unavailable = The data is being loaded or updated. Try again in a minute.
problem-server = The server failed. It isn’t your fault: try again a little later.
problem-timeout = The server has not answered in time. Try again.
problem-tiles = Part of the map has not loaded.

## Labels of codes that appear in facts

# property

property-activity = Total activity
property-air-pollution-rank = Rank among polluted towns
property-air-posts = Air monitoring posts
property-aqi = Air quality index (AQI)
property-area = Area
property-basin-area = Basin area
property-built-year = Start
property-capacity = Capacity
property-closed-year = End of work
property-coal-heated-houses = Houses heated with coal
property-concentration = Concentration
property-day-count = Number of days or years
property-dose = Dose
property-dose-rate = Dose rate
property-emissions = Emissions to the air
property-emissions-limit = Limit or plan for emissions
property-emissions-share = Share of emissions
property-exceedances = Cases above the limit
property-funding = Funding
property-grant = Grant
property-high-pollution-cases = Cases of high pollution
property-iza5 = Air pollution index (IZA5)
property-length = Length
property-limit-exceedance = Times the limit
property-main-sources = Main sources of pollution
property-mass = Mass
property-mean-flow = Mean flow
property-mercury-mass = Mass of mercury
property-operator = Operator
property-people-affected = People affected (as estimated by the source)
property-pm25 = PM2.5 in the air
property-pollutant = Pollutants
property-polluted-extent = Extent of the pollution
property-pollution-level = Level of pollution
property-position = Position
property-production = Output
property-quality-class = Class of water quality
property-released-mass = Mass released
property-released-volume = Volume released
property-remediation = Clean-up
property-residents = Residents
property-source-share = Share of the source
property-status-note = State
property-volume = Volume
property-waste-placed = Waste placed in a year

# unit

unit-cases = cases
unit-ci = Ci
unit-days = days
unit-deg = ° (lat, lon)
unit-eur = EUR
unit-g-kg = g/kg
unit-ha = ha
unit-houses = houses
unit-index = (index)
unit-kg = kg
unit-km = km
unit-km2 = km²
unit-kt = thousand t
unit-kt-yr = thousand t a year
unit-m2 = m²
unit-m3 = m³
unit-m3-s = m³/s
unit-mg-kg = mg/kg
unit-mg-nm3 = mg/Nm³
unit-million-eur = million EUR
unit-million-m3 = million m³
unit-million-rub = million RUB
unit-million-t-yr = million t a year
unit-million-usd = million USD
unit-msv-yr = mSv a year
unit-ng-m3 = ng/m³
unit-people = people
unit-percent = %
unit-posts = posts
unit-rank = (rank)
unit-t = t
unit-t-person-yr = t a year per resident
unit-t-yr = t a year
unit-thousand-people = thousand people
unit-times-limit = times the limit
unit-ug-l = µg/l
unit-ug-m3 = µg/m³
unit-ur-h = µR/h
unit-year = year
unit-years = years

# subkind

subkind-air = Air of a town
subkind-antimony = Antimony
subkind-asbestos = Asbestos
subkind-ash = Coal ash
subkind-boron = Boron
subkind-chromite = Chromite
subkind-chromium = Chromium
subkind-coal = Coal
subkind-copper = Copper
subkind-gold = Gold
subkind-heavy-metals = Heavy metals
subkind-lead-zinc = Lead and zinc
subkind-mercury = Mercury
subkind-mine = Mine
subkind-municipal = Municipal waste
subkind-polymetallic = Polymetallic ore
subkind-rare-earth = Rare earths
subkind-salt = Salt
subkind-test-site = Nuclear test site
subkind-tungsten = Tungsten and molybdenum
subkind-uranium = Uranium

# status

status-active = Active
status-closed = Closed
status-contained = Contained
status-monitored = Monitored
status-partly-remediated = Partly cleaned up
status-planned-remediation = Clean-up planned
status-remediated = Cleaned up
status-under-remediation = Being cleaned up
status-unknown = Not known

# pollutant

pollutant-as = Arsenic (As)
pollutant-asbestos = Asbestos
pollutant-b = Boron (B)
pollutant-ba = Barium (Ba)
pollutant-be = Beryllium (Be)
pollutant-cd = Cadmium (Cd)
pollutant-co = Carbon monoxide (CO)
pollutant-coal-ash = Coal ash and slag
pollutant-cr = Chromium (Cr)
pollutant-cr-vi = Hexavalent chromium (Cr VI)
pollutant-cs-137 = Caesium-137
pollutant-cu = Copper (Cu)
pollutant-cyanide = Cyanides
pollutant-dust = Dust
pollutant-f = Fluorine, fluorides (F)
pollutant-fe = Iron (Fe)
pollutant-formaldehyde = Formaldehyde
pollutant-h2s = Hydrogen sulfide (H₂S)
pollutant-hg = Mercury (Hg)
pollutant-mn = Manganese (Mn)
pollutant-municipal-waste = Municipal waste
pollutant-ni = Nickel (Ni)
pollutant-nitrite = Nitrites (NO₂⁻)
pollutant-no2 = Nitrogen dioxide (NO₂)
pollutant-no3 = Nitrates (NO₃)
pollutant-p4 = White phosphorus (P₄)
pollutant-pb = Lead (Pb)
pollutant-pcb = Polychlorinated biphenyls (PCB)
pollutant-pesticides = Pesticides
pollutant-phenol = Phenol
pollutant-phosphogypsum = Phosphogypsum
pollutant-pm = Particulate matter (PM)
pollutant-pm10 = Particles PM10
pollutant-pm2-5 = Fine particles PM2.5
pollutant-pu-239-240 = Plutonium-239/240
pollutant-ra-226 = Radium-226
pollutant-rn-222 = Radon-222
pollutant-salt-dust = Salt dust
pollutant-sb = Antimony (Sb)
pollutant-so2 = Sulfur dioxide (SO₂)
pollutant-sr-90 = Strontium-90
pollutant-sulfate = Sulfates
pollutant-th-230 = Thorium-230
pollutant-th-232 = Thorium-232
pollutant-u = Uranium (U)
pollutant-u-238 = Uranium-238
pollutant-zn = Zinc (Zn)

## People within reach

exposure-title = People within reach
exposure-radius = Radius
exposure-interval =
    { $high ->
        [one] from { $low } to { $high } person
       *[other] from { $low } to { $high } people
    }
exposure-at-most =
    { $high ->
        [one] no more than { $high } person
       *[other] no more than { $high } people
    }
exposure-central =
    { $people ->
        [one] about { $people } person
       *[other] about { $people } people
    }
exposure-no-data = no population data here: this does not mean that nobody lives here
exposure-how = How is this computed?
exposure-by-oblast = By oblast
exposure-elsewhere = outside the oblasts that we hold
exposure-settlements-inside = Towns and villages inside
exposure-hotspots-inside = Other hotspots inside
exposure-loading = Counting…
exposure-failed = The count has failed. Check the internet and try again, or choose a smaller radius.
exposure-within = Within { $distance }
exposure-circles = On the map: the circle of this radius, and dashed around it the farthest that it may reach, as the position is off by up to { $distance }.
exposure-few = fewer than 1 person
exposure-nobody = nobody, as the population data has it
exposure-evenly = if people live evenly in each cell of the data
exposure-show-all = Show all { $count }
exposure-show-fewer = Show fewer
exposure-caveats = What else to know about this figure
exposure-none-inside = None that we know of.

## A pin of one’s own

pin-drop = Drop a pin
pin-drop-hint = Click or tap the map
pin-remove = Remove the pin
pin-here = People near this place
radius-slider = Radius around the place, in kilometres
pin-drop-keys = With a keyboard: move the map with the arrow keys, then press Enter for its centre.
pin-cancel = Don’t drop a pin
pin-label = The pin. Drag it, or move it with the arrow keys.
pin-hotspots-near = Hotspots nearby

## Down the river

downstream-title = Down the river
downstream-length = Length of the path
downstream-river-km = river km { $km }
downstream-ends-mouth = The path ends at the river’s mouth.
downstream-ends-lake = The path ends in a lake, where much of what the water carries settles.
downstream-ends-edge = The path ends where our river lines end. The river flows on.
downstream-ends-distance = The path ends at the distance asked for. The river flows on.
downstream-none = Our data has no river line near enough to this place. There may be a river all the same.
downstream-show = Show the way down the river
downstream-hide = Hide the way
downstream-people = Within { $distance } of the way
downstream-settlements = Towns and villages on the way

## Zones and methods

proximity-title = Closeness of hotspots
proximity-score = Proximity score
proximity-unit = per km
proximity-within =
    { $count ->
        [0] No hotspot lies within 5 km: the score is that of the nearest one.
        [one] { $count } hotspot lies within 5 km.
       *[other] { $count } hotspots lie within 5 km.
    }
proximity-left-out =
    { $count ->
        [one] { $count } hotspot is left out: its position is known too vaguely.
       *[other] { $count } hotspots are left out: their positions are known too vaguely.
    }
methods-title = How it is computed
methods-back = Back to the map

## Caveats, with the figures that they belong to

caveat-position-accuracy = The position is known to within { $accuracy } km, the radius is { $radius } km. So there is no single figure, only the most that it can be.
caveat-no-hotspots = The release holds no such hotspot in this area. That does not mean that nothing pollutes it.
caveat-no-population-data = There is no population data for this place. That does not mean that nobody lives here.
caveat-part-without-data = For { $percent } % of the area there is no population data. People who live there are not in the figure.
caveat-smaller-than-cell =
    { $most ->
        [one] The area is smaller than one cell of the population data. All that is certain, as far as this data is right: no fewer than { $least } and no more than { $most } person.
       *[other] The area is smaller than one cell of the population data. All that is certain, as far as this data is right: no fewer than { $least } and no more than { $most } people.
    }
caveat-even-spread = The figure takes people to be spread evenly within each cell of the population data. In truth they live in towns and villages.
caveat-worldpop-astana = WorldPop misplaces people of some cities. Within its border Astana has 0.63 million residents by WorldPop, 1.35 million by the statistics of 2023. Temirtau and Karaganda come out too low, too.
caveat-gpw-even-over-raion = GPW spreads people evenly over each raion: it shows no towns. Our copy of it holds known faults, the worst of them in large cities. So it is shown for comparison and does not count.
caveat-towns-exceed = The towns and villages inside have { $residents } residents by their own sources, more than the population data can account for here: the data may put people in the wrong place, or a town reaches beyond the circle.
caveat-towns-apart = The towns and villages are listed with residents by their own sources. They are not added to the figure.
caveat-not-a-dose = Living within this distance is not a dose, not an illness and not a proof of harm.
caveat-outside-covered = Part of the people live outside the oblasts that we hold. There the figure is not split by oblast.
caveat-places-left-out = { $count } of the places are known too vaguely for this radius: they count for the upper end of the interval alone.
caveat-zone-unverified = We have not read the width of this zone in the act itself. It is unverified.
caveat-sources-differ = The population sources that count differ here by more than a third. The interval holds the lowest and the highest of them.
caveat-no-river = No river of our data is near enough to this place.
caveat-river-line-coarse = The river line is drawn at 1:10 million and may be off by one or two kilometres. A line drawn by hand may be off by more.
caveat-river-edge = The river goes on beyond the edge of our data. Towns and villages further down are not listed.

## How to cite a release

citation-title = Pollution hotspots of Kazakhstan and Kyrgyzstan
citation-text = { $author } ({ $year }). { $title }. Data set, release { $release }. { $url } (accessed { $accessed }).
citation-undated = n.d.
citation-note = Parts of the data carry the licences of their sources: { $sources }

## Profile of an oblast

profile-open = All about this oblast
profile-back = Back to the map
profile-on-map = Show on the map
profile-loading = Gathering what is known…
profile-failed = The profile has not come. Check the internet and try again.
profile-as-of = As of { $date }
profile-since = In these borders since { $date }
profile-until = In these borders until { $date }
profile-between = In these borders from { $from } until { $to }
profile-always = We know of no other borders of this oblast
profile-area = Area: { $area } km²
profile-made-from = On { $date } made out of:
profile-became = On { $date } divided into:
profile-split-off = Split off on the same day:
profile-figures = Key figures
profile-hotspots-known =
    { $count ->
        [one] { $count } known hotspot
       *[other] { $count } known hotspots
    }
profile-people-within = People within { $distance } of a hotspot
profile-by-kind = By kind
profile-by-status = By status
profile-by-trust = By sources
profile-people = People within reach of the hotspots
profile-people-note = Each person is counted once, even near two hotspots.
profile-radius = Radius
profile-interval = Interval
profile-central = Central figure
profile-indicators = Figures over the years
profile-other-indicators = Other figures
profile-towns = Towns, waters and protected areas
profile-as-table = As a table
profile-as-chart = As a chart
profile-chart-alt = Chart: { $name }. { $first } in { $from }, { $last } in { $to }. The table has all figures and sources.
profile-borders-changed = borders changed
profile-legend-same = these borders
profile-legend-other = other borders
profile-legend-unknown = borders not stated
profile-legend-unverified = unverified
profile-other-area = other borders: { $area }
profile-same-area = these borders
profile-area-unknown = area not stated
profile-conflict = Sources disagree: { $years }
profile-year = Year
profile-value = Value
profile-counted = Area counted
profile-source = Source
profile-indicator = Indicator
profile-projects = What is being done
profile-project-funder = Paid by: { $name }
profile-project-budget = Budget: { $budget }
profile-measurements = Measurements
profile-limit = limit { $limit }
profile-times-limit = { $times } × the limit
profile-protected = Protected areas
profile-sources = Sources
profile-licence = licence: { $licence }
profile-licence-unknown = licence not stated
profile-hotspots-file = hotspots
profile-figures-file = figures
profile-citation = Terrikon. { $name } ({ $code }), as of { $date }. Data release { $release }. { $url }
profile-description = Pollution hotspots, people within reach and figures over the years, each with its source

project-kind-grant = Grant
project-kind-campaign = Campaign
project-kind-plan = Plan
project-kind-rehabilitation = Rehabilitation
project-kind-monitoring = Monitoring
project-kind-programme = Programme

# indicator

indicator-air-pollution-level = Level of air pollution
indicator-air-posts = Air monitoring posts
indicator-air-posts-manual = Air posts read by hand
indicator-area = Area
indicator-area-biosphere = Area of the biosphere reserve
indicator-area-initial = Area at the beginning
indicator-area-ramsar = Area of the Ramsar wetland
indicator-basin-area = Basin area
indicator-biosphere-reserve = Biosphere reserve since
indicator-built-year = Start
indicator-closed-year = End of work
indicator-construction-waste-landfilled = Construction waste put on landfills
indicator-emissions-capture-rate = Share of pollutants captured
indicator-emissions-co = Emissions of carbon monoxide (CO)
indicator-emissions-flaring = Emissions of gas flaring
indicator-emissions-limit = Limit for emissions
indicator-emissions-nox = Emissions of nitrogen oxides
indicator-emissions-share-of-country = Share of the country’s emissions
indicator-emissions-so2 = Emissions of sulfur dioxide (SO₂)
indicator-emissions-solids = Emissions of dust and other solids
indicator-emissions-stationary = Emissions to the air, stationary sources
indicator-emissions-stationary-half-year = Emissions to the air in half a year
indicator-emissions-transport = Emissions of traffic
indicator-founded = Founded
indicator-hazardous-waste-generated = Hazardous waste
indicator-household-waste-collected = Household waste collected
indicator-household-waste-generated = Household waste
indicator-households-burying-waste = Households that bury their waste
indicator-illegal-dumps = Illegal dumps
indicator-illegal-dumps-found = Illegal dumps seen from space
indicator-illegal-dumps-removed = Illegal dumps cleared
indicator-illegal-dumps-removed-share = Share of illegal dumps cleared
indicator-industrial-waste-accumulated = Industrial waste piled up
indicator-iza5 = Air pollution index (IZA5)
indicator-landfills = Landfills
indicator-landfills-conforming = Landfills that keep to the rules
indicator-landfills-permitted = Landfills with a permit
indicator-length = Length
indicator-mass = Mass
indicator-mouth-position = Position of the mouth
indicator-operator = Operator
indicator-pm25-annual-mean = PM2.5 in the air, mean of the year
indicator-pollution-level = Level of pollution
indicator-population = Population
indicator-position = Position
indicator-quality-class = Class of water quality
indicator-quality-level = Level of water quality
indicator-recycling-rate = Household waste recycled
indicator-source-position = Position of the spring
indicator-space-monitoring-cover = Share of land watched from space
indicator-stationary-sources-count = Stationary sources of emissions
indicator-status = State
indicator-taza-qazaqstan-waste-collected = Waste collected by the campaign Taza Qazaqstan
indicator-volume = Volume
indicator-waste-landfilled = Waste put on landfills
indicator-waste-plots-allotted = Plots given for waste
indicator-waste-share-of-country = Share of the country’s waste
indicator-waste-sites = Waste sites
indicator-waste-sites-with-land-act = Waste sites with papers for the land
indicator-waste-sorted = Waste sorted

# medium

medium-air = air
medium-water = water
medium-sediment = sediment
medium-soil = soil
medium-dust = settled dust
medium-food = food
medium-body = human body
medium-waste = the waste itself

# pollutant

pollutant-gamma = Gamma radiation
pollutant-hcho = Formaldehyde (HCHO)

# unit

unit-billion-t = billion t
unit-companies = companies
unit-containers = containers
unit-dumps = dumps
unit-enterprises = enterprises
unit-landfills = landfills
unit-mg-dm3 = mg/dm³
unit-mg-m3 = mg/m³
unit-million-t = million t
unit-permille = ‰
unit-plots = plots
unit-sections = sections
unit-sites = sites
unit-sources = sources
unit-t-day = t a day

caveat-profile-known-hotspots = Counted are the hotspots of this release, not all that there are.
caveat-profile-other-area = Some figures are of years when the oblast had other borders. They are marked, and must not be compared with the others as they stand.
caveat-profile-conflicts = For some years sources give different figures. All are shown.
caveat-profile-unverified = Some figures are unverified: we have not read their source. They are marked.
caveat-profile-no-indicators = The release holds no figures over the years for this oblast. That does not mean that there are none.
caveat-profile-no-projects = We know of no project here. That does not mean that nothing is being done.
caveat-profile-no-measurements = The release holds no measurements at hotspots of this oblast.
caveat-profile-no-protected-areas = The release holds no protected area in this oblast.

## Problems of the HTTP API: what is wrong, and what to do

problem-bad-request-title = The request can’t be read
problem-bad-request-detail = The address or a header of the request can’t be read.
problem-conflicting-parameters-title = Two parameters contradict each other
problem-conflicting-parameters-detail = Give either { $parameter } or { $other }, not both.
problem-internal-title = The server failed
problem-internal-detail = It isn’t your fault. The cause is in the server’s log.
problem-invalid-bbox-title = The box can’t be read
problem-invalid-bbox-detail = “{ $value }” is no box in degrees.
problem-invalid-bbox-crs-detail = “{ $value }” is no box in { $crs }.
problem-invalid-cursor-title = The cursor can’t be read
problem-invalid-cursor-detail = The parameter { $parameter } is not one that this server gave out.
problem-invalid-date-title = The date can’t be read
problem-invalid-date-detail = “{ $value }” is no date for { $parameter }.
problem-invalid-geometry-title = The geometry can’t be worked with
problem-invalid-geometry-detail = { $value }
problem-invalid-limit-title = The number of rows can’t be read
problem-invalid-limit-detail = “{ $value }” is no whole number from 1 to { $most }.
problem-invalid-number-title = The number can’t be read
problem-invalid-number-detail = “{ $value }” is no number from { $least } to { $most }, which { $parameter } must be.
problem-method-not-allowed-title = Only reading is possible here
problem-method-not-allowed-detail = This address answers GET and HEAD only.
problem-missing-parameter-title = A parameter is missing
problem-missing-parameter-detail = The parameter { $parameter } is needed.
problem-not-acceptable-title = There is no such format
problem-not-acceptable-detail = None of the formats that the request accepts is written here.
problem-not-found-title = There is nothing at this address
problem-not-found-detail = Check the address, or begin at /api.
problem-oblast-not-on-date-title = This oblast did not exist on that day
problem-oblast-not-on-date-detail = “{ $value }” is valid from { $from } to { $to }, not on { $date }.
problem-outside-crs-title = Out of the area of the coordinate system
problem-outside-crs-detail = { $id } can’t be given in { $crs }: it lies too far away.
problem-overloaded-title = Too many requests at once
problem-overloaded-detail = The server is busy with other requests.
problem-payload-too-large-title = The request is too large
problem-payload-too-large-detail = A request may have at most { $most } bytes.
problem-range-not-satisfiable-title = The range lies outside the file
problem-range-not-satisfiable-detail = “{ $value }” is no range of a file of { $length } bytes.
problem-repeated-parameter-title = A parameter is given twice
problem-repeated-parameter-detail = The parameter { $parameter } stands more than once.
problem-stale-cursor-title = The data changed between two pages
problem-stale-cursor-detail = The cursor is of release { $release }, but the request reads release { $current }.
problem-storage-full-title = No room for the file
problem-storage-full-detail = The server has no room left on its disk to make this file.
problem-timeout-title = The server has not answered in time
problem-timeout-detail = The request took too long and was given up.
problem-too-long-title = The text is too long
problem-too-long-detail = The parameter { $parameter } may have at most { $most } characters.
problem-too-many-title = That is too much at once
problem-too-many-detail = { $what }: { $count }; at most { $most } are answered in one request.
problem-unavailable-title = The data is not at hand
problem-unavailable-detail = The store does not answer. The cause is in the server’s log.
problem-unavailable-empty-detail = No release is published here yet.
problem-unknown-collection-title = There is no such collection
problem-unknown-collection-detail = No collection is called “{ $value }”.
problem-unknown-feature-title = There is no such place in this release
problem-unknown-feature-detail = The collection { $collection } holds nothing with the id “{ $id }”.
problem-unknown-layer-title = There is no such layer
problem-unknown-layer-detail = No layer of the tiles is called “{ $value }”.
problem-unknown-oblast-title = There is no such oblast
problem-unknown-oblast-detail = “{ $value }” is neither a code nor a name of an oblast.
problem-unknown-parameter-title = There is no such parameter
problem-unknown-parameter-detail = This address knows no parameter “{ $parameter }”.
problem-unknown-release-title = This release is not served
problem-unknown-release-detail = Release “{ $value }” is not at hand here.
problem-unknown-tile-title = There is no such tile
problem-unknown-tile-detail = { $value } lies outside the tiles: zoom is 0 to 14, column and row 0 to 2 to the power of zoom, less one.
problem-unknown-value-title = A value is not known
problem-unknown-value-detail = “{ $value }” is nothing that { $parameter } knows.
problem-filter-mismatch-title = A value does not fit the filter
problem-filter-mismatch-detail = { $property } in { $parameter } can’t be used with { $value }.
problem-filter-shape-title = The shape of the filter can’t be worked with
problem-filter-shape-detail = { $parameter }: “{ $value }” is no shape that can be compared.
problem-foreign-cursor-title = The cursor is of another list
problem-foreign-cursor-detail = The parameter { $parameter } was given out for another filter, order or language.
problem-invalid-filter-title = The filter can’t be read
problem-invalid-filter-detail = { $parameter } can’t be read at character { $at }: “{ $value }”.
problem-too-complex-title = That has too many parts
problem-too-complex-detail = { $parameter } may be nested { $depth } deep and have { $most } parts at most, each named once.
problem-unknown-function-title = There is no such function
problem-unknown-function-detail = { $parameter } knows no function or operator “{ $value }” with such arguments.
problem-unknown-property-title = There is no such property
problem-unknown-property-detail = { $parameter }: the collection { $collection } has nothing called “{ $value }” here.
problem-uri-too-long-title = The address is too long
problem-uri-too-long-detail = An address may have at most { $most } characters.

hint-bbox-crs-order = Four numbers in the order of the coordinate system: least first, least second, greatest first, greatest second number. Latitude or northing comes first in EPSG:4326, 4284 and 28408 to 28415.
hint-bbox-order = Four numbers: west, south, east, north. Longitude −180 to 180, latitude −90 to 90, south below north.
hint-bbox-swapped = lon and lat look swapped: the order is west, south, east, north.
hint-crs-area = Take the zone in which the places lie, or leave crs out: then everything comes in degrees.
hint-date-form = Write a day as 2021-06-30, a period as 2021-01-01/2021-12-31.
hint-division-of-date = Ask with a date on which it is valid, or choose an oblast of that day.
hint-format-later = Take one of the accepted formats.
hint-geometry-form = Send GeoJSON in degrees, longitude before latitude: a Point, LineString, Polygon or several of them, or Features.
hint-limit-range = Leave limit out, or give a whole number from 1.
hint-one-parameter = Give it once; several words go into one parameter, parted by commas.
hint-publish-first = Try again later. Whoever runs the server publishes a release with terrikon ingest.
hint-read-only = Use GET.
hint-start-again = Ask for the first page again, without a cursor.
hint-try-later = Try again in a little while.
hint-use-current-release = Use the accepted release, or leave the parameter out.
hint-use-command-line = Send less at once, or take the command line: terrikon exposure answers any number of places.
hint-use-search = It may have been renamed: try /api/search?q=
hint-filter-form = Write CQL2, such as kind = 'dump' AND name_en LIKE 'Kara%': texts in single quotes, with a quote doubled.
hint-filter-shape-form = Degrees in WKT, GeoJSON or BBOX, longitude before latitude; rings closed and without crossings.
hint-see-queryables = The list queryables of the collection says what each property holds.

## API pages

api-title = Data for research
api-collections = Collections
api-formats = Other formats
api-standards = Standards
api-features = Features
api-links = Links
api-extent = Extent
api-systems = Coordinate systems
api-count = { $returned } of { $matched }
api-prev = Previous page
api-next = Next page

## Pictures of the map

picture-title = { $area }: pollution hotspots
picture-credit = © Terrikon, data release { $release }, as of { $date }.
picture-facts = Sources of the facts: { $sources }
picture-date = { $year }-{ $month }-{ $day }
picture-scale-at = at { $latitude }° N
picture-north = N
picture-unverified = Outline: unverified
picture-imprecise = In a ring: only the town or area is known, not the site
picture-accuracy = Pale disc: the place lies somewhere inside
picture-cluster = Number: so many places close together
picture-shape = The polluted stretch or area itself
picture-zone-read = Zone by law: { $distance }
picture-zone-unread = Zone by law: { $distance }, width unverified
picture-zone-screening = For comparison, not by law: { $distance }
problem-invalid-size-title = The size can’t be read
problem-invalid-size-detail = “{ $value }” is no { $parameter }: it must be width and height from { $least } to { $most } pixels, such as 1200x630.

## Pages of hotspots and oblasts

page-other-names = Other names
page-since = Since when
page-unknown = not known
page-people-caption = People within the usual radii
page-near = What is near
page-near-towns = Towns and villages within { $distance }
page-near-hotspots = Other hotspots within { $distance }
page-town = Town or village
page-distance = Distance
page-more-towns = and { $count } more
page-facts-language = Notes and explanations in the facts are in English only.
page-zone = Zone
page-zone-width = Width
page-zone-act = Act and source
page-zone-choice = How it was chosen
page-substance = Substance
page-limit = Limit
page-when = When, and who says so
page-history = What sources tell of it over the years
page-projects = Projects
page-no-projects = We know of no project at this place. That does not mean that nothing is being done.
page-no-measurements = The release holds no measurements at this place.
page-sourced-values =
    { $count ->
        [0] No figures with a source yet.
        [one] { $count } figure with its source.
       *[other] { $count } figures, each with its source.
    }
page-picture-alt = Map: { $name } and what lies around
page-file-hotspot = the hotspot with its claims and sources
page-file-claims = the claims, a row each
page-file-zones = the zones with their shapes
page-cite-release = The whole release
page-cite-text = as text
page-pictures = Pictures
page-embed = On your own page
page-embed-open = Build an embed
page-report = Is something wrong?
page-report-note = Tell us what, and name a source that we can read. The place and the data release are filled in already.
page-report-do = Report an error
page-report-subject = Terrikon: error on { $id }
page-report-body =
    Page: { $url }
    Data release: { $release }

    What is wrong:

    Source:
curve-title = People around { $name }, by radius
curve-most = up to { $people } people
curve-people = People
curve-radius = Radius, km
curve-note = The band runs from the fewest to the most people that are possible. The line is the central figure, where one can be given.
curve-file = The drawing as a file (SVG)
missing-note = The address may be mistyped, or the place has been renamed.
missing-alike = Did you mean
missing-ways = Other ways
missing-list = All hotspots as a list
missing-map = The map

## The embedded map

embed-label = Terrikon: map of pollution hotspots
embed-picture = Picture of the map. The same places are in the list below it.
embed-open = Open the map
embed-list = The same as a list
embed-more = All about it, with sources
embed-accuracy = position ± { $distance }
embed-whole = Show both countries
embed-back = Open on Terrikon
embed-release = data release { $release }
embed-hotspots-source = Hotspots: Terrikon; each has its sources on its own page.
embed-failed = Something could not be loaded.
embed-retry = Try again
embed-wrong = These settings of the map can’t be read: { $names }.
embed-release-gone = Release { $release } is no longer kept; the latest one is shown.
embed-scroll-ctrl = Hold Ctrl and scroll to zoom the map
embed-scroll-command = Hold ⌘ and scroll to zoom the map
embed-scroll-fingers = Move the map with two fingers

## For publishers: what to embed

publish-title = Put the map on your site
publish-intro = Choose what the map shows and copy the code, the picture or the citation.
publish-open = Put this map on your site
publish-settings = What it shows
publish-place-chosen = Place: { $name }
publish-place-none = Place: none, the whole map
publish-place-clear = Remove the place
publish-height = Height, pixels
publish-release = Data
publish-release-latest = always the latest
publish-release-pinned = release { $release }, as today
publish-release-note = The latest data changes with every release. A named release never changes; should it no longer be kept, the map says so and shows the latest.
publish-load = At first
publish-load-interaction = a picture, the map when it is opened
publish-load-visible = the map at once
publish-preview = Preview
publish-element = Code for your page
publish-element-note = The map becomes a part of the page, in its letters and of its width.
publish-frame = Code for an editing system
publish-frame-note = A frame, where no scripts are allowed. Where oEmbed works, pasting a link to the map, a hotspot or an oblast is enough.
publish-copy = Copy the code
publish-picture = Picture
publish-picture-note = 1200 × 630 pixels, with the source on it.
publish-picture-download = Download the picture
publish-citation = Terrikon. { $name }. Data release { $release }. { $url }
publish-size = Before anybody opens the map an article loads { $article } kB and a picture, and with the map { $map } kB more, { $maplibre } kB of it the drawing library, and the data in view.
problem-format-not-written-title = The format is not written here
problem-format-not-written-detail = “{ $value }” is no form of the answer.
problem-not-ours-title = This address is not one of ours
problem-not-ours-detail = “{ $value }” is neither the map nor a page of a hotspot or oblast.

## Oblasts shaded by a figure

shade-label = Shade oblasts by
shade-none = nothing
shade-exposure = people near hotspots
shade-hotspots = known hotspots
shade-emissions-stationary = emissions to the air
shade-classes-label = Classes of figures
shade-no-figure = no figure
shade-class-all = all figures are the same
shade-class-below = below { $below }
shade-class-between = { $from } to { $below }
shade-class-from = { $from } and more
shade-classes-all-years = Classes by natural breaks, the same for all years; each begins with its lower limit.
shade-classes-shown = Classes by natural breaks of the figures shown; each begins with its lower limit.
shade-borders = Borders as of { $date }.
shade-own-count = Counted in data release { $release }.
shade-figures = Figures by oblast
shade-nothing = There are no figures of this time for the borders that are shown.
shade-others = other sources: { $values }
indicator-exposure = People within 10 km of known hotspots
indicator-hotspots = Known hotspots
unit-hotspots = hotspots
caveat-shading-absolute = These are whole figures: a large oblast may have more just because it is large.
caveat-shading-one-source = Where sources differ, the map shows the one that has figures of most oblasts. The table has the others.
caveat-shading-other-area = A figure that counts other borders than those shown is not drawn: such an oblast is hatched.

# why: an oblast has no figure
shading-why-no-figure = no source gives a figure
shading-why-other-area = the figures count other borders
shading-why-no-hotspots = no known hotspots
shading-why-vague = positions are known less exactly than 10 km
shading-why-no-population = no population data

## The time that the map shows

time-label = Time shown
time-sooner = Earlier
time-later = Later
time-until = before { $date }
time-since = since { $date }
time-between = { $since } – { $until }
card-label = What the map shows
card-close = Back to the plain map of today

## What the map shows, in words

contents-label = Hotspots in view
contents-count =
    { $count ->
        [0] No hotspots in view
        [one] { $count } hotspot in view
       *[other] { $count } hotspots in view
    }
contents-cluster =
    { $count ->
        [one] { $count } hotspot close together: zoom in
       *[other] { $count } hotspots close together: zoom in
    }
contents-more =
    { $count ->
        [one] and { $count } more; the list has all
       *[other] and { $count } more; the list has all
    }

## Near the reader

near-me-privacy = Your browser will ask whether this page may know where you are. Your exact place stays on this device: distances are measured here. Only a place rounded to about a kilometre is sent to this site, to count people, and it is in the link that you may share. This page keeps nothing.
near-me-locate = Find where I am
near-me-pin = Choose a place on the map
near-me-search = Or type the name of a town into the search.
near-title = Near you
near-rounded = The place is rounded, by up to { $distance }. People are counted for every place that it may be, hence the wide intervals.
near-filtered = Only hotspots that pass your filters are shown.
near-within = Hotspots that may lie within { $distance }
near-none = None within this distance. The nearest one:
near-share = Link to share: holds the rounded place only
near-survey = People and hotspots around this place
rings-title = Within each distance
rings-radius = Distance
rings-people = People
rings-hotspots = Hotspots

## On paper

print-button = Print map, list and legend
print-made = Printed on { $date }
print-legend = Legend
print-list = Hotspots that the filters let through
