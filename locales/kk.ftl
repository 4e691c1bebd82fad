### Террикон, қазақша. Файл серверге де, картаға да ортақ.

## Тілдер, әрқайсысы өз атымен

language-en = English
language-ru = Русский
language-kk = Қазақша
language-ky = Кыргызча

## Бет

app-title = Террикон
app-subtitle = Ластану ошақтары
app-description = Қазақстан мен Қырғызстандағы ластану ошақтарының картасы: әр санның дереккөзі көрсетілген
skip-to-list = Картаны өткізіп, тізімге көшу
language-label = Тіл
theme-label = Түстер
theme-auto = Құрылғыдағыдай
theme-light = Ашық
theme-dark = Күңгірт
loading = Жүктелуде…
close = Жабу
release-label = Деректер шығарылымы

## Көріністер

view-label = Көрініс
view-map = Белгілер
view-list = Тізім
view-map-hint = Карта және оның шартты белгілері
view-list-hint = Сол орындар тізім түрінде

## Ошақ түрлері: жеке және топ

kind-tailings = Қалдық қоймасы
kind-dump = Қоқыс немесе үйінді орны
kind-river = Ластанған өзен
kind-lake = Ластанған көл
kind-industrial-town = Өнеркәсіпті қала
kind-other = Басқа ошақ
kinds-tailings = Қалдық қоймалары
kinds-dump = Қоқыс орындары
kinds-river = Өзендер
kinds-lake = Көлдер
kinds-industrial-town = Қалалар
kinds-other = Басқалары

## Сүзгі

filter-kinds-label = Ошақ түрлері
filter-oblast-label = Облыс
filter-oblast-all = Барлық облыс
filter-clear = Сүзгіні тазалау
country-kz = Қазақстан
country-kg = Қырғызстан

## Іздеу

search-label = Іздеу
search-placeholder = Қала, өзен, кәсіпорын…
search-clear = Іздеуді тазалау
search-none = «{ $query }» бойынша ештеңе табылмады. Басқаша жазып көріңіз: атаулар төрт тілде және латын әрпімен ізделеді.
search-count = { $count } нәтиже
search-type-hotspot = ошақ
search-type-settlement = елді мекен
search-type-oblast = облыс
search-type-raion = аудан
search-type-river = өзен
search-type-lake = көл
near-me = Менің жанымда не бар?
near-me-asking = Құрылғыдан қайда екеніңіз сұралуда…
near-me-denied = Браузерге орныңызды айтуға рұқсат жоқ. Қалаңыздың атын жазыңыз.
near-me-failed = Құрылғы орныңызды анықтай алмады. Қалаңыздың атын жазыңыз.

## Карта

map-label = Ластану ошақтарының картасы. Жылжыту үшін бағыттауыш пернелер, масштаб үшін плюс пен минус. Сол орындар тізімде де бар.
map-zoom-in = Жақындату
map-zoom-out = Алыстату
map-home = Екі елді де көрсету
map-failed = Бұл құрылғы картаны сала алмайды. Сол орындар тізімде де бар.
map-attribution = Дереккөздер

# Картаның деректері, /style.json атағандай
attribution-base = Облыстар мен аудандар: OCHA COD-AB, <a href="https://github.com/arodionoff/geokz">geokz</a> (CC BY 4.0), <a href="https://whosonfirst.org/">Who’s On First</a> (<a href="https://whosonfirst.org/docs/licenses/">лицензиясы</a>). Елді мекендер: Who’s On First, <a href="https://www.geonames.org/">GeoNames</a> (CC BY 4.0), Quattroshapes (CC BY). Сулар мен көршілер: <a href="https://www.naturalearthdata.com/">Natural Earth</a>.
attribution-hotspots = Ошақтар: Террикон, { $release } шығарылымы.
attribution-facilities = Кәсіпорындар: <a href="https://globalenergymonitor.org/">Global Energy Monitor</a>, <a href="https://github.com/wri/global-power-plant-database">World Resources Institute</a> (CC BY 4.0), өзгерістермен.

## Шартты белгілер

legend-filled = Боялған: дерекке дереккөз бар
legend-outline = Сызығы ғана: тексерілмеген
legend-imprecise = Сақина ішіндегі кішісі: орны емес, тек қаласы не аймағы белгілі
legend-accuracy = Көмескі шеңбер: орын соның ішінде бір жерде
legend-cluster = Ішінде саны бар сақина: қатар тұрған орындар саны
legend-shape = Сызық не аумақ: ластанған жердің өзі
legend-reach = Шеңбер: ішіндегі адамдар саналған
legend-reach-outer = Айналасындағы үзік шеңбер: орны дәл болмағандықтан, қайда дейін жетуі мүмкін
legend-zone-screening = Нүктелі шет: таңдалған ошақ айналасындағы аймақ, тек салыстыру үшін
legend-zone-unverified = Үзік сызықты шет, боялған: заң бойынша аймақ, ені тексерілмеген
legend-zone-read = Тұтас шет, боялған: заң бойынша аймақ, ені актіден оқылған
legend-unverified-note = «Тексерілмеген» дегені: оқуға болатын дереккөз бізде әзірге жоқ. Бұл дәлел емес, тексеруге себеп.

## Тізім

list-title = Ошақтар
list-count = { $count } ошақ
list-sort-label = Реті
list-sort-name = атауы бойынша
list-sort-oblast = облысы бойынша
list-sort-distance = карта ортасынан қашықтығы
list-empty = Бұл сүзгіге сай ошақ жоқ.
list-empty-hint = Басқа облыс не түр таңдаңыз немесе сүзгіні тазалаңыз.
list-none = Бұл шығарылымда әзірге ошақтар жоқ.
distance-about = ≈ { $distance }
distance-within = < { $distance }
distance-km = { $distance } км
distance-m = { $distance } м

## Ошақ туралы

panel-label = Осы ошақ туралы
panel-raion = Аудан: { $name }
panel-note = Ескертпе
panel-status = Жай-күйі
panel-pollutants = Ластағыш заттар
panel-position = Нақты қай жерде
panel-coordinates = Координаттары
panel-copy-coordinates = Координаттарды көшіру
panel-copy-link = Сілтемені көшіру
panel-copied = Көшірілді
panel-copy-failed = Көшіру мүмкін болмады
panel-link = Тұрақты сілтеме
panel-cite = Қалай дәйексөз келтіру керек
panel-citation = Террикон. { $name } ({ $id }). Деректер шығарылымы { $release }. { $url }
panel-copy-citation = Дәйексөзді көшіру
panel-download = Жүктеп алу
panel-claims = Кім, қашан, не дейді
panel-people = Адамдар
panel-people-note = Дереккөздердің бағасы; санақ деректері бойынша есептелмеген.
panel-no-claims = Бұл орын туралы санды әзірге ешбір дереккөз бермеген.
panel-shown-in = көрсетілген тілі: { $language }
panel-zoom = Картадан көрсету
position-site = Бұл нысанның өз орны
position-digitised = Орны картадан не суреттен қолмен түсірілген
position-town-centroid = Бұл нысанның өзі емес, елді мекеннің ортасы
position-area-centroid = Бұл үлкен аумақтың ортасы
position-badge = орны ± { $distance }
position-source = Орнының дереккөзі: { $source }
trust-sourced = дереккөзі бар
trust-partly = ішінара расталған
trust-unverified = тексерілмеген
trust-sourced-note = Деректердің де, орнының да оқуға болатын дереккөзі бар.
trust-partly-note = Деректердің не орнының ғана дереккөзі бар, екеуінің бірдей емес.
trust-unverified-note = Дереккөзін әлі оқыған жоқпыз. Бұл дәлел емес, тексеруге себеп.

## Дереккөздердің айтқаны

claim-conflict = Дереккөздер әртүрлі айтады, түрлі мәндер саны: { $count }
claim-year = жылы: { $year }
claim-year-about = шамамен { $year }
claim-year-unknown = жылы көрсетілмеген
claim-unverified = тексерілмеген
claim-source-unknown = дереккөзі көрсетілмеген

## Орын айналасындағы аймақтар

zones-title = Осы орынның айналасындағы аймақтар
zones-none = Мұндай түрдегі орындар үшін аймақтар белгісіз.
zone-act = { $act }, күні: { $date }
zone-method = Қашықтық қалай таңдалды: { $method }

# shape
zone-shape-ring = орынның айналасы
zone-shape-corridor = өзен бойы, екі жағы
zone-shape-shore = жаға бойы

# basis
zone-basis-statutory = заң бойынша
zone-basis-screening = салыстыру үшін
zone-basis-statutory-note = Мұны нормативтік акт талап етеді. Нақты шекараны әр орын үшін жоба белгілейді: мұнда әдепкі мәндер.
zone-basis-screening-note = Орындарды өзара салыстыру үшін таңдалған. Ол ластанудың қаншалықты алысқа жететінін білдірмейді.

# verification
zone-verification-verified = ені дереккөзден оқылды
zone-verification-unverified = ені тексерілмеген

# reason
zone-reason-width-unknown = Көрсетілмеген: акт бар, бірақ оның енін оқи алмадық, ал болжамаймыз.
zone-reason-no-shape = Көрсетілмеген: мұнда тек нүкте белгілі, өзеннің не жағаның сызығы белгісіз.
zone-reason-position-accuracy = Көрсетілмеген: орынның дәлдігі осы аймақтың енінен төмен.

# rule
zone-rule-kz-szz-class-1 = Санитариялық-қорғаныш аймағы, егер объект қауіптіліктің I класына жатса
zone-rule-kz-szz-class-2 = Санитариялық-қорғаныш аймағы, егер объект қауіптіліктің II класына жатса
zone-rule-kz-szz-mine-class-1 = Кеніштің санитариялық-қорғаныш аймағы, егер ол қауіптіліктің I класына жатса
zone-rule-kz-water-strip-river = Өзеннің су қорғау белдеуі, ең аз ені
zone-rule-kz-water-strip-lake = Көлдің су қорғау белдеуі, ең аз ені
zone-rule-kz-water-zone-river = Өзеннің су қорғау аймағы
zone-rule-kz-water-zone-lake = Көлдің су қорғау аймағы
zone-rule-kg-szz = Санитариялық-қорғаныш аймағы
zone-rule-kg-szz-mine = Кеніштің санитариялық-қорғаныш аймағы
zone-rule-kg-water-zone-river = Өзеннің су қорғау аймағы мен белдеуі
zone-rule-kg-water-zone-lake = Көлдің су қорғау аймағы мен белдеуі
zone-rule-screening-site = Орынға жақын жердің бәрі, салыстыру үшін
zone-rule-screening-town = Қала мен оның төңірегі, салыстыру үшін
zone-rule-screening-river = Ластанған бөлікке жақын жердің бәрі, салыстыру үшін
zone-rule-screening-lake = Жағаға жақын жердің бәрі, салыстыру үшін

## Телефондағы тақта

sheet-label = Тақтаның биіктігі
sheet-raise = Тақтаны көтеру
sheet-lower = Тақтаны түсіру
sheet-peek = аласа
sheet-half = экранның жартысы
sheet-full = бүкіл экран

## Бірдеңе болмай қалса

problem-retry = Қайталап көру
problem-offline = Сервермен байланыс жоқ. Интернетті тексеріп, қайталап көріңіз.
problem-not-found = Бұл шығарылымда ондай орын жоқ. Аты өзгерген болуы мүмкін: іздеп көріңіз.
problem-bad-request = Беттің мекенжайында біз түсінбейтін нәрсе бар: { $parameter }. Сүзгіні тазалап, қайталап көріңіз.
problem-bad-request-plain = Беттің мекенжайында біз түсінбейтін нәрсе бар. Сүзгіні тазалап, қайталап көріңіз.
problem-too-many = Сұраныс тым көп. Бір минут күтіп, қайталап көріңіз.
problem-needs-service = Бұл бөлікке есептейтін сервис керек, ал картаның бұл көшірмесі файлдардан ғана тұрады.
problem-unavailable = Деректер жүктеліп не жаңартылып жатыр. Бір минуттан кейін қайталап көріңіз.
problem-server = Серверде қате болды. Сіздің кінәңіз жоқ: сәл кейінірек қайталап көріңіз.
problem-timeout = Сервер уақытында жауап бермеді. Қайталап көріңіз.
problem-tiles = Картаның бір бөлігі жүктелмеді.

## Деректерде кездесетін кодтардың атаулары

# property

property-activity = Жалпы белсенділік
property-air-pollution-rank = Ластанған қалалар арасындағы орны
property-air-posts = Ауаны бақылау бекеттері
property-aqi = Ауа сапасының индексі (AQI)
property-area = Ауданы
property-basin-area = Алабының ауданы
property-built-year = Басталуы
property-capacity = Қуаты
property-closed-year = Жұмысының аяқталуы
property-coal-heated-houses = Көмірмен жылытылатын үйлер
property-concentration = Концентрация
property-day-count = Күндер немесе жылдар саны
property-dose = Доза
property-dose-rate = Доза қуаты
property-emissions = Ауаға шығарындылар
property-emissions-limit = Шығарындылар лимиті немесе жоспары
property-emissions-share = Шығарындылардағы үлесі
property-exceedances = Нормадан асу жағдайлары
property-funding = Қаржыландыру
property-grant = Грант
property-high-pollution-cases = Жоғары ластану жағдайлары
property-iza5 = Атмосфераның ластану индексі (АЛИ5)
property-length = Ұзындығы
property-limit-exceedance = Нормадан неше есе асуы
property-main-sources = Негізгі ластану көздері
property-mass = Массасы
property-mean-flow = Судың орташа шығыны
property-mercury-mass = Сынап массасы
property-operator = Оператор
property-people-affected = Зардап шеккендер (дереккөз бағасы)
property-pm25 = Ауадағы PM2.5
property-pollutant = Ластаушы заттар
property-polluted-extent = Ластанудың таралуы
property-pollution-level = Ластану деңгейі
property-position = Координаттары
property-production = Өндіріс көлемі
property-quality-class = Су сапасының класы
property-released-mass = Төгілген масса
property-released-volume = Төгілген көлем
property-remediation = Рекультивация
property-residents = Тұрғындар
property-source-share = Көздің үлесі
property-status-note = Жағдайы
property-volume = Көлемі
property-waste-placed = Бір жылда орналастырылған қалдықтар

# unit

unit-cases = жағдай
unit-ci = Ки
unit-days = күн
unit-deg = ° (ендік, бойлық)
unit-eur = еуро
unit-g-kg = г/кг
unit-ha = га
unit-houses = үй
unit-index = (индекс)
unit-kg = кг
unit-km = км
unit-km2 = км²
unit-kt = мың т
unit-kt-yr = жылына мың т
unit-m2 = м²
unit-m3 = м³
unit-m3-s = м³/с
unit-mg-kg = мг/кг
unit-mg-nm3 = мг/нм³
unit-million-eur = млн еуро
unit-million-m3 = млн м³
unit-million-rub = млн Ресей рублі
unit-million-t-yr = жылына млн т
unit-million-usd = млн АҚШ доллары
unit-msv-yr = жылына мЗв
unit-ng-m3 = нг/м³
unit-people = адам
unit-percent = %
unit-posts = бекет
unit-rank = (орын)
unit-t = т
unit-t-person-yr = бір тұрғынға жылына т
unit-t-yr = жылына т
unit-thousand-people = мың адам
unit-times-limit = норма еселігі
unit-ug-l = мкг/л
unit-ug-m3 = мкг/м³
unit-ur-h = мкР/сағ
unit-year = жыл
unit-years = жыл

# subkind

subkind-air = Қала ауасы
subkind-antimony = Сүрме
subkind-asbestos = Асбест
subkind-ash = Көмір күлі
subkind-boron = Бор
subkind-chromite = Хромит
subkind-chromium = Хром
subkind-coal = Көмір
subkind-copper = Мыс
subkind-gold = Алтын
subkind-heavy-metals = Ауыр металдар
subkind-lead-zinc = Қорғасын және мырыш
subkind-mercury = Сынап
subkind-mine = Кеніш
subkind-municipal = Тұрмыстық қалдықтар
subkind-polymetallic = Полиметалл кендері
subkind-rare-earth = Сирек жер элементтері
subkind-salt = Тұз
subkind-test-site = Ядролық полигон
subkind-tungsten = Вольфрам және молибден
subkind-uranium = Уран

# status

status-active = Жұмыс істейді
status-closed = Жабылған
status-contained = Оқшауланған
status-monitored = Бақылауда
status-partly-remediated = Ішінара қалпына келтірілген
status-planned-remediation = Қалпына келтіру жоспарланған
status-remediated = Қалпына келтірілген
status-under-remediation = Қалпына келтіру жүріп жатыр
status-unknown = Белгісіз

# pollutant

pollutant-as = Мышьяк (As)
pollutant-asbestos = Асбест
pollutant-b = Бор (B)
pollutant-ba = Барий (Ba)
pollutant-be = Бериллий (Be)
pollutant-cd = Кадмий (Cd)
pollutant-co = Көміртек оксиді (CO)
pollutant-coal-ash = Көмір күлі мен қожы
pollutant-cr = Хром (Cr)
pollutant-cr-vi = Алты валентті хром (Cr VI)
pollutant-cs-137 = Цезий-137
pollutant-cu = Мыс (Cu)
pollutant-cyanide = Цианидтер
pollutant-dust = Шаң
pollutant-f = Фтор, фторидтер (F)
pollutant-fe = Темір (Fe)
pollutant-formaldehyde = Формальдегид
pollutant-h2s = Күкіртсутек (H₂S)
pollutant-hg = Сынап (Hg)
pollutant-mn = Марганец (Mn)
pollutant-municipal-waste = Тұрмыстық қалдықтар
pollutant-ni = Никель (Ni)
pollutant-nitrite = Нитриттер (NO₂⁻)
pollutant-no2 = Азот диоксиді (NO₂)
pollutant-no3 = Нитраттар (NO₃)
pollutant-p4 = Ақ фосфор (P₄)
pollutant-pb = Қорғасын (Pb)
pollutant-pcb = Полихлорланған бифенилдер (ПХБ)
pollutant-pesticides = Пестицидтер
pollutant-phenol = Фенол
pollutant-phosphogypsum = Фосфогипс
pollutant-pm = Қалқыма бөлшектер (PM)
pollutant-pm10 = PM10 бөлшектері
pollutant-pm2-5 = Ұсақ PM2.5 бөлшектері
pollutant-pu-239-240 = Плутоний-239/240
pollutant-ra-226 = Радий-226
pollutant-rn-222 = Радон-222
pollutant-salt-dust = Тұзды шаң
pollutant-sb = Сүрме (Sb)
pollutant-so2 = Күкірт диоксиді (SO₂)
pollutant-sr-90 = Стронций-90
pollutant-sulfate = Сульфаттар
pollutant-th-230 = Торий-230
pollutant-th-232 = Торий-232
pollutant-u = Уран (U)
pollutant-u-238 = Уран-238
pollutant-zn = Мырыш (Zn)

## Маңында қанша адам тұрады

exposure-title = Маңында қанша адам тұрады
exposure-radius = Радиус
exposure-interval = { $low } – { $high } адам аралығында
exposure-at-most = { $high } адамнан артық емес
exposure-central = шамамен { $people } адам
exposure-no-data = бұл жерде халық туралы дерек жоқ: мұнда ешкім тұрмайды деген сөз емес
exposure-how = Бұл қалай есептелген?
exposure-by-oblast = Облыстар бойынша
exposure-elsewhere = бізде бар облыстардан тыс
exposure-settlements-inside = Ішіндегі елді мекендер
exposure-hotspots-inside = Ішіндегі басқа ошақтар
exposure-loading = Есептелуде…
exposure-failed = Есептеу мүмкін болмады. Интернетті тексеріп, қайталап көріңіз немесе радиусты кішірейтіңіз.
exposure-within = { $distance } шегінде
exposure-circles = Картада: осы радиустың шеңбері, ал айналасындағы үзік сызық — оның қайда дейін жетуі мүмкін екені, себебі орнының дәлдігі { $distance }.
exposure-few = 1 адамнан аз
exposure-nobody = халық деректері бойынша ешкім жоқ
exposure-evenly = егер деректің әр ұяшығында адамдар біркелкі тұрса
exposure-show-all = Барлығын көрсету: { $count }
exposure-show-fewer = Азырақ көрсету
exposure-caveats = Бұл сан туралы тағы не білу керек
exposure-none-inside = Бізге белгілісі жоқ.

## Өз белгісі

pin-drop = Белгі қою
pin-drop-hint = Картаны басыңыз
pin-remove = Белгіні алып тастау
pin-here = Осы жердің маңындағы адамдар
radius-slider = Орынның айналасындағы радиус, километрмен
pin-drop-keys = Пернетақтамен: картаны көрсеткі пернелермен жылжытып, Enter басыңыз — белгі ортасына қойылады.
pin-cancel = Белгі қоймау
pin-label = Белгі. Оны сүйреңіз немесе көрсеткі пернелермен жылжытыңыз.
pin-hotspots-near = Жақын ошақтар

## Өзеннің ағысымен төмен

downstream-title = Өзеннің ағысымен төмен
downstream-length = Жолдың ұзындығы
downstream-river-km = өзен бойымен { $km } км
downstream-ends-mouth = Жол өзеннің сағасында аяқталады.
downstream-ends-lake = Жол көлде аяқталады: су әкелгеннің көбі сонда шөгеді.
downstream-ends-edge = Жол біздегі өзен сызықтары біткен жерде аяқталады. Өзен әрі қарай ағады.
downstream-ends-distance = Жол сұралған қашықтықта аяқталады. Өзен әрі қарай ағады.
downstream-none = Деректерімізде бұл орынға жақын өзен сызығы жоқ. Өзеннің өзі болуы мүмкін.
downstream-show = Өзен ағысымен төмен жолды көрсету
downstream-hide = Жолды жасыру
downstream-people = Жолдан { $distance } шегінде
downstream-settlements = Жол бойындағы елді мекендер

## Аймақтар мен әдістер

proximity-title = Ошақтардың жақындығы
proximity-score = Жақындық көрсеткіші
proximity-unit = 1 км-ге
proximity-within =
    { $count ->
        [0] 5 км шегінде ошақ жоқ: көрсеткіш ең жақын ошақ бойынша есептелген.
       *[other] 5 км шегінде { $count } ошақ бар.
    }
proximity-left-out = { $count } ошақ есепке алынбаған: олардың орны тым шамамен белгілі.
methods-title = Қалай есептелген
methods-back = Картаға оралу

## Ескертулер, өздері қатысты сандармен бірге

caveat-position-accuracy = Орны { $accuracy } км дәлдікпен белгілі, ал радиус { $radius } км. Сондықтан нақты бір сан жоқ, тек жоғарғы шегі бар.
caveat-no-hotspots = Шығарылымда бұл аумақта мұндай орын жоқ. Бұл оны ештеңе ластамайды дегенді білдірмейді.
caveat-no-population-data = Бұл орын үшін халық туралы дерек жоқ. Мұнда ешкім тұрмайды деген сөз емес.
caveat-part-without-data = Аумақтың { $percent } % бөлігінде халық туралы дерек жоқ. Онда тұратындар санға кірмеген.
caveat-smaller-than-cell = Аумақ халық деректерінің бір ұяшығынан кіші. Бұл деректер дұрыс болса, анық белгілісі: { $least } адамнан кем емес, { $most } адамнан артық емес.
caveat-even-spread = Есепте адамдар деректің әр ұяшығында біркелкі қоныстанған деп алынады. Шын мәнінде олар қалалар мен ауылдарда тұрады.
caveat-worldpop-astana = WorldPop кейбір қалалардың тұрғындарын қате орналастырады. Астана шекарасының ішінде WorldPop бойынша 0,63 млн тұрғын, ал 2023 жылғы статистика бойынша 1,35 млн. Теміртау мен Қарағандыда да сандар шын мәнінен аз шығады.
caveat-gpw-even-over-raion = GPW адамдарды бүкіл аудан бойынша біркелкі таратады: онда қалалар көрінбейді. Біздегі көшірмеде белгілі қателер бар, ең үлкендері — ірі қалаларда. Сондықтан ол салыстыру үшін көрсетіледі, есепке алынбайды.
caveat-towns-exceed = Ішіндегі елді мекендерде, өз дереккөздері бойынша, { $residents } тұрғын бар — бұл мұндағы халық деректері көрсететіннен көп: деректер адамдарды басқа жерге орналастырған болуы немесе қала шеңберден шығып жатуы мүмкін.
caveat-towns-apart = Елді мекендер өз дереккөздеріндегі тұрғын санымен тізілген. Олар жалпы санға қосылмаған.
caveat-not-a-dose = Осындай қашықтықта тұру — доза да, ауру да, зиянның дәлелі де емес.
caveat-outside-covered = Адамдардың бір бөлігі бізде бар облыстардан тыс жерде тұрады. Ол жақта сан облыстарға бөлінбеген.
caveat-places-left-out = Орындардың { $count } нүктесі бұл радиус үшін тым шамамен белгілі: олар тек жоғарғы шекте ескерілген.
caveat-zone-unverified = Бұл аймақтың енін актінің өзінен оқыған жоқпыз. Ол тексерілмеген.
caveat-sources-differ = Есепке алынатын халық дереккөздері мұнда үштен бірден артық алшақ. Аралыққа олардың ең төменгі және ең жоғарғы бағасы кірді.
caveat-no-river = Бұл жердің маңында біздің деректеріміздегі өзен жоқ.
caveat-river-line-coarse = Өзен сызығы 1:10 000 000 масштабты картадан алынған, бір-екі километрге ауытқуы мүмкін. Қолмен түсірілген сызық одан да көп ауытқуы мүмкін.
caveat-river-edge = Өзен деректеріміздің шегінен әрі жалғасады. Төменгі жақтағы елді мекендер тізілмеген.

## Шығарылымға қалай сілтеме жасау керек

citation-title = Қазақстан мен Қырғызстандағы ластану ошақтары
citation-text = { $author } ({ $year }). { $title }. Деректер жинағы, { $release } шығарылымы. { $url } (қаралған күні: { $accessed }).
citation-undated = жылы белгісіз
citation-note = Деректердің бөліктері өз дереккөздерінің лицензияларына бағынады: { $sources }

## Облыс туралы

profile-open = Осы облыс туралы барлығы
profile-back = Картаға қайту
profile-on-map = Картадан көрсету
profile-loading = Белгілі деректер жиналуда…
profile-failed = Бет жүктелмеді. Интернетті тексеріп, қайталап көріңіз.
profile-as-of = { $date } күнгі жағдай бойынша
profile-since = Осы шекарада { $date } күнінен бері
profile-until = Осы шекарада { $date } күніне дейін
profile-between = Осы шекарада { $from } – { $to } аралығында
profile-always = Бұл облыстың басқа шекарасы бізге белгісіз
profile-area = Аумағы: { $area } км²
profile-made-from = { $date } мынадан құрылған:
profile-became = { $date } мыналарға бөлінген:
profile-split-off = Сол күні бөлініп шыққан:
profile-figures = Басты сандар
profile-hotspots-known = { $count } белгілі ошақ
profile-people-within = Ошақтан { $distance } шегінде тұратындар
profile-by-kind = Түрі бойынша
profile-by-status = Жағдайы бойынша
profile-by-trust = Дереккөзі бойынша
profile-people = Ошақтардың маңында қанша адам тұрады
profile-people-note = Екі ошақтың маңында тұрса да, әр адам бір рет саналған.
profile-radius = Радиус
profile-interval = Аралық
profile-central = Орташа баға
profile-indicators = Жылдар бойынша сандар
profile-other-indicators = Басқа сандар
profile-towns = Қалалар, сулар және қорғалатын аумақтар
profile-as-table = Кесте түрінде
profile-as-chart = График түрінде
profile-chart-alt = График: { $name }. { $from } жылы { $first }, { $to } жылы { $last }. Барлық сан мен дереккөз кестеде.
profile-borders-changed = шекара өзгерді
profile-legend-same = осы шекара
profile-legend-other = басқа шекара
profile-legend-unknown = шекарасы көрсетілмеген
profile-legend-unverified = тексерілмеген
profile-other-area = басқа шекара: { $area }
profile-same-area = осы шекара
profile-area-unknown = аумағы көрсетілмеген
profile-conflict = Дереккөздер әртүрлі айтады: { $years }
profile-year = Жыл
profile-value = Мәні
profile-counted = Қай аумақ
profile-source = Дереккөз
profile-indicator = Көрсеткіш
profile-projects = Не істеліп жатыр
profile-project-funder = Қаржыландырған: { $name }
profile-project-budget = Бюджеті: { $budget }
profile-measurements = Өлшеулер
profile-limit = норматив { $limit }
profile-times-limit = { $times } × норматив
profile-protected = Қорғалатын аумақтар
profile-sources = Дереккөздер
profile-licence = лицензиясы: { $licence }
profile-licence-unknown = лицензиясы көрсетілмеген
profile-hotspots-file = ошақтар
profile-figures-file = сандар
profile-citation = Террикон. { $name } ({ $code }), { $date } күнгі жағдай бойынша. Деректер шығарылымы { $release }. { $url }
profile-description = Ластану ошақтары, маңындағы адамдар және жылдар бойынша сандар, әрқайсысының дереккөзі бар

project-kind-grant = Грант
project-kind-campaign = Науқан
project-kind-plan = Жоспар
project-kind-rehabilitation = Қалпына келтіру
project-kind-monitoring = Бақылау
project-kind-programme = Бағдарлама

# indicator

indicator-air-pollution-level = Ауаның ластану деңгейі
indicator-air-posts = Ауаны бақылау бекеттері
indicator-air-posts-manual = Ауаны қолмен бақылау бекеттері
indicator-area = Аумағы
indicator-area-biosphere = Биосфералық резерваттың аумағы
indicator-area-initial = Бастапқы аумағы
indicator-area-ramsar = Рамсар аумағының көлемі
indicator-basin-area = Бассейн аумағы
indicator-biosphere-reserve = Биосфералық резерват болған жылы
indicator-built-year = Басталған жылы
indicator-closed-year = Жабылған жылы
indicator-construction-waste-landfilled = Полигонға шығарылған құрылыс қалдықтары
indicator-emissions-capture-rate = Тұтып қалынған заттардың үлесі
indicator-emissions-co = Көміртек тотығының (CO) шығарындылары
indicator-emissions-flaring = Газды алауда жағудан шыққан шығарындылар
indicator-emissions-limit = Шығарындылар лимиті
indicator-emissions-nox = Азот тотықтарының шығарындылары
indicator-emissions-share-of-country = Ел шығарындыларындағы үлесі
indicator-emissions-so2 = Күкірт диоксидінің (SO₂) шығарындылары
indicator-emissions-solids = Қатты заттардың шығарындылары
indicator-emissions-stationary = Ауаға шығарындылар, тұрақты көздер
indicator-emissions-stationary-half-year = Жарты жылдағы ауаға шығарындылар
indicator-emissions-transport = Көлік шығарындылары
indicator-founded = Құрылған жылы
indicator-hazardous-waste-generated = Қауіпті қалдықтар
indicator-household-waste-collected = Жиналған тұрмыстық қалдықтар
indicator-household-waste-generated = Тұрмыстық қалдықтар
indicator-households-burying-waste = Қалдығын жерге көметін үйлер
indicator-illegal-dumps = Заңсыз қоқыс орындары
indicator-illegal-dumps-found = Ғарыштан табылған заңсыз қоқыс орындары
indicator-illegal-dumps-removed = Жойылған заңсыз қоқыс орындары
indicator-illegal-dumps-removed-share = Жойылған қоқыс орындарының үлесі
indicator-industrial-waste-accumulated = Жинақталған өнеркәсіп қалдықтары
indicator-iza5 = Ауаның ластану индексі (АЛИ5)
indicator-landfills = Қалдық полигондары
indicator-landfills-conforming = Талапқа сай полигондар
indicator-landfills-permitted = Рұқсаты бар полигондар
indicator-length = Ұзындығы
indicator-mass = Массасы
indicator-mouth-position = Сағасының орны
indicator-operator = Иесі
indicator-pm25-annual-mean = Ауадағы PM2.5, жылдық орташа
indicator-pollution-level = Ластану деңгейі
indicator-population = Халық саны
indicator-position = Орны
indicator-quality-class = Су сапасының класы
indicator-quality-level = Су сапасының деңгейі
indicator-recycling-rate = Қайта өңделген тұрмыстық қалдықтар
indicator-source-position = Бастауының орны
indicator-space-monitoring-cover = Ғарыштан бақыланатын аумақ үлесі
indicator-stationary-sources-count = Тұрақты шығарынды көздері
indicator-status = Жағдайы
indicator-taza-qazaqstan-waste-collected = «Таза Қазақстан» науқанында жиналған қалдық
indicator-volume = Көлемі
indicator-waste-landfilled = Полигонға шығарылған қалдық
indicator-waste-plots-allotted = Қалдыққа бөлінген учаскелер
indicator-waste-share-of-country = Ел қалдықтарындағы үлесі
indicator-waste-sites = Қалдық орналасқан орындар
indicator-waste-sites-with-land-act = Жер құжаты бар қалдық орындары
indicator-waste-sorted = Сұрыпталған қалдық

# medium

medium-air = ауа
medium-water = су
medium-sediment = түп шөгінділері
medium-soil = топырақ
medium-dust = қонған шаң
medium-food = тағам
medium-body = адам денесі
medium-waste = қалдықтың өзі

# pollutant

pollutant-gamma = Гамма-сәулелену
pollutant-hcho = Формальдегид (HCHO)

# unit

unit-billion-t = млрд т
unit-companies = компания
unit-containers = контейнер
unit-dumps = қоқыс орны
unit-enterprises = кәсіпорын
unit-landfills = полигон
unit-mg-dm3 = мг/дм³
unit-mg-m3 = мг/м³
unit-million-t = млн т
unit-permille = ‰
unit-plots = учаске
unit-sections = тұстама
unit-sites = орын
unit-sources = көз
unit-t-day = тәулігіне т

caveat-profile-known-hotspots = Осы шығарылымдағы ошақтар ғана саналған, бәрі емес.
caveat-profile-other-area = Сандардың бір бөлігі облыстың шекарасы басқа болған жылдарға қатысты. Олар белгіленген, қалғандарымен тікелей салыстыруға болмайды.
caveat-profile-conflicts = Кейбір жылдар үшін дереккөздер әртүрлі сан береді. Бәрі көрсетілген.
caveat-profile-unverified = Сандардың бір бөлігі тексерілмеген: дереккөзін оқыған жоқпыз. Олар белгіленген.
caveat-profile-no-indicators = Шығарылымда бұл облыс туралы жылдар бойынша сандар жоқ. Бұл олар мүлде жоқ дегенді білдірмейді.
caveat-profile-no-projects = Мұндағы жобалар бізге белгісіз. Бұл ештеңе істелмейді дегенді білдірмейді.
caveat-profile-no-measurements = Шығарылымда бұл облыстың ошақтарындағы өлшеулер жоқ.
caveat-profile-no-protected-areas = Шығарылымда бұл облыста қорғалатын аумақ жоқ.

## Problems of the HTTP API: what is wrong, and what to do

problem-bad-request-title = Сұрау оқылмайды
problem-bad-request-detail = Сұраудың мекенжайын немесе тақырыбын оқу мүмкін емес.
problem-conflicting-parameters-title = Екі параметр бір-біріне қайшы
problem-conflicting-parameters-detail = { $parameter } немесе { $other } беріңіз, екеуін бірге емес.
problem-internal-title = Серверде ақау
problem-internal-detail = Бұл сіздің қатеңіз емес. Себебі сервердің журналында.
problem-invalid-bbox-title = Шекті тіктөртбұрыш оқылмайды
problem-invalid-bbox-detail = «{ $value }» — градуспен берілген тіктөртбұрыш емес.
problem-invalid-bbox-crs-detail = «{ $value }» — { $crs } жүйесіндегі тіктөртбұрыш емес.
problem-invalid-cursor-title = Курсор оқылмайды
problem-invalid-cursor-detail = { $parameter } параметрін бұл сервер бермеген.
problem-invalid-date-title = Күн оқылмайды
problem-invalid-date-detail = «{ $value }» — { $parameter } үшін күн емес.
problem-invalid-geometry-title = Мұндай геометриямен жұмыс істеуге болмайды
problem-invalid-geometry-detail = { $value }
problem-invalid-limit-title = Жолдар саны оқылмайды
problem-invalid-limit-detail = «{ $value }» — 1-ден { $most }-ге дейінгі бүтін сан емес.
problem-invalid-number-title = Сан оқылмайды
problem-invalid-number-detail = «{ $value }» — { $least } мен { $most } арасындағы сан емес; { $parameter } параметрі сондай болуы керек.
problem-method-not-allowed-title = Мұнда тек оқуға болады
problem-method-not-allowed-detail = Бұл мекенжай тек GET пен HEAD сұрауларына жауап береді.
problem-missing-parameter-title = Параметр жетіспейді
problem-missing-parameter-detail = { $parameter } параметрі қажет.
problem-not-acceptable-title = Мұндай пішім жоқ
problem-not-acceptable-detail = Сұрау қабылдайтын пішімдердің ешқайсысы мұнда берілмейді.
problem-not-found-title = Бұл мекенжайда ештеңе жоқ
problem-not-found-detail = Мекенжайды тексеріңіз немесе /api бетінен бастаңыз.
problem-oblast-not-on-date-title = Бұл күні мұндай облыс болмаған
problem-oblast-not-on-date-detail = «{ $value }» { $from } – { $to } аралығында бар, { $date } күні жоқ.
problem-outside-crs-title = Координаттар жүйесінің аумағынан тыс
problem-outside-crs-detail = { $id } орнын { $crs } жүйесінде беруге болмайды: тым алыс.
problem-overloaded-title = Бір мезетте тым көп сұрау
problem-overloaded-detail = Сервер басқа сұраулармен бос емес.
problem-payload-too-large-title = Сұрау тым үлкен
problem-payload-too-large-detail = Сұрауда ең көбі { $most } байт болуы мүмкін.
problem-range-not-satisfiable-title = Аралық файлдан тыс
problem-range-not-satisfiable-detail = «{ $value }» — { $length } байттық файлдың аралығы емес.
problem-repeated-parameter-title = Параметр екі рет берілген
problem-repeated-parameter-detail = { $parameter } параметрі бірнеше рет кездеседі.
problem-stale-cursor-title = Екі бет арасында деректер өзгерді
problem-stale-cursor-detail = Курсор { $release } шығарылымынан, ал сұрау { $current } шығарылымын оқиды.
problem-storage-full-title = Файлға орын жоқ
problem-storage-full-detail = Сервердің дискісінде бұл файлды жасауға орын қалмады.
problem-timeout-title = Сервер уақытында жауап бермеді
problem-timeout-detail = Сұрау тым ұзаққа созылып, тоқтатылды.
problem-too-long-title = Мәтін тым ұзын
problem-too-long-detail = { $parameter } параметрінде { $most } таңбадан артық болмауы керек.
problem-too-many-title = Бір жолға тым көп
problem-too-many-detail = { $what }: { $count }; бір сұрауға ең көбі { $most }.
problem-unavailable-title = Деректер қазір қолжетімсіз
problem-unavailable-detail = Қойма жауап бермейді. Себебі сервердің журналында.
problem-unavailable-empty-detail = Мұнда әлі бірде-бір шығарылым жарияланбаған.
problem-unknown-collection-title = Мұндай жинақ жоқ
problem-unknown-collection-detail = «{ $value }» деген жинақ жоқ.
problem-unknown-feature-title = Бұл шығарылымда мұндай орын жоқ
problem-unknown-feature-detail = { $collection } жинағында «{ $id }» идентификаторы жоқ.
problem-unknown-layer-title = Мұндай қабат жоқ
problem-unknown-layer-detail = «{ $value }» деген қабат жоқ.
problem-unknown-oblast-title = Мұндай облыс жоқ
problem-unknown-oblast-detail = «{ $value }» — облыстың коды да, атауы да емес.
problem-unknown-parameter-title = Мұндай параметр жоқ
problem-unknown-parameter-detail = Бұл мекенжай «{ $parameter }» параметрін білмейді.
problem-unknown-release-title = Бұл шығарылым берілмейді
problem-unknown-release-detail = «{ $value }» шығарылымы мұнда жоқ.
problem-unknown-tile-title = Мұндай тайл жоқ
problem-unknown-tile-detail = { $value } тайлдар торынан тыс: масштаб 0–14, баған мен жол 0-ден 2-нің масштаб дәрежесінен бірге кем санға дейін.
problem-unknown-value-title = Мән белгісіз
problem-unknown-value-detail = { $parameter } параметрі «{ $value }» мәнін білмейді.
problem-filter-mismatch-title = Мән сүзгіге сәйкес келмейді
problem-filter-mismatch-detail = { $parameter } параметріндегі { $property } пен { $value } бірге қолданылмайды.
problem-filter-shape-title = Сүзгінің пішінімен жұмыс істеуге болмайды
problem-filter-shape-detail = { $parameter }: «{ $value }» — салыстыруға болатын пішін емес.
problem-foreign-cursor-title = Курсор басқа тізімдікі
problem-foreign-cursor-detail = { $parameter } параметрі басқа сүзгіге, ретке немесе тілге берілген.
problem-invalid-filter-title = Сүзгі оқылмайды
problem-invalid-filter-detail = { $parameter } { $at }-таңбадан бастап оқылмайды: «{ $value }».
problem-too-complex-title = Бөліктері тым көп
problem-too-complex-detail = { $parameter } параметрінде { $depth } деңгейден және әрқайсысы бір рет жазылған { $most } бөліктен артық болмауы керек.
problem-unknown-function-title = Мұндай функция жоқ
problem-unknown-function-detail = { $parameter } мұндай аргументтері бар «{ $value }» функциясын не операторын білмейді.
problem-unknown-property-title = Мұндай қасиет жоқ
problem-unknown-property-detail = { $parameter }: { $collection } жинағында мұнда «{ $value }» деген ештеңе жоқ.
problem-uri-too-long-title = Мекенжай тым ұзын
problem-uri-too-long-detail = Мекенжайда { $most } таңбадан артық болмауы керек.

hint-bbox-crs-order = Координаттар жүйесінің ретімен төрт сан: бірінші мен екіншінің ең кішісі, содан кейін ең үлкені. EPSG:4326, 4284 және 28408–28415 жүйелерінде ендік немесе солтүстік бағыт бірінші тұрады.
hint-bbox-order = Төрт сан: батыс, оңтүстік, шығыс, солтүстік. Бойлық −180…180, ендік −90…90, оңтүстік солтүстіктен кіші.
hint-bbox-swapped = Бойлық пен ендік ауысып кеткен сияқты: реті — батыс, оңтүстік, шығыс, солтүстік.
hint-crs-area = Орындар жатқан аймақты алыңыз немесе crs параметрін алып тастаңыз: сонда бәрі градуспен келеді.
hint-date-form = Күнді 2021-06-30, кезеңді 2021-01-01/2021-12-31 түрінде жазыңыз.
hint-division-of-date = Облыс бар күнді көрсетіңіз немесе сол күнгі облысты таңдаңыз.
hint-format-later = Қолжетімді пішімдердің бірін алыңыз.
hint-geometry-form = GeoJSON-ды градуспен жіберіңіз, бойлық ендіктен бұрын: Point, LineString, Polygon, олардың бірнешеуі немесе Feature.
hint-limit-range = limit параметрін алып тастаңыз немесе 1-ден басталатын бүтін сан беріңіз.
hint-one-parameter = Бір рет беріңіз; бірнеше сөз бір параметрге үтірмен жазылады.
hint-publish-first = Кейінірек қайталап көріңіз. Шығарылымды серверді жүргізетін адам terrikon ingest пәрменімен жариялайды.
hint-read-only = GET қолданыңыз.
hint-start-again = Бірінші бетті курсорсыз қайта сұраңыз.
hint-try-later = Сәл кейінірек қайталап көріңіз.
hint-use-current-release = Қолжетімді шығарылымды алыңыз немесе параметрді алып тастаңыз.
hint-use-command-line = Бір жолға азырақ жіберіңіз немесе командалық жолды алыңыз: terrikon exposure орындардың кез келген санын қабылдайды.
hint-use-search = Атауы өзгерген болуы мүмкін: /api/search?q= арқылы іздеңіз.
hint-filter-form = CQL2-де жазыңыз, мысалы kind = 'dump' AND name_en LIKE 'Kara%': мәтін жалғыз тырнақшада, ішіндегі тырнақша екі рет жазылады.
hint-filter-shape-form = WKT, GeoJSON немесе BBOX градуспен, бойлық ендіктен бұрын; сақиналар тұйық әрі өзін қимайды.
hint-see-queryables = Әр қасиеттің не сақтайтыны жинақтың queryables тізімінде айтылған.

## API беттері

api-title = Зерттеуге арналған деректер
api-collections = Жинақтар
api-formats = Басқа пішімдер
api-standards = Стандарттар
api-features = Нысандар
api-links = Сілтемелер
api-extent = Қамту аумағы
api-systems = Координаттар жүйелері
api-count = { $matched } ішінен { $returned }
api-prev = Алдыңғы бет
api-next = Келесі бет

## Карта суреттері

picture-title = { $area }: ластану ошақтары
picture-credit = © Террикон, деректердің { $release } шығарылымы, { $date } күнгі жағдай.
picture-facts = Деректердің дереккөздері: { $sources }
picture-date = { $day }.{ $month }.{ $year }
picture-scale-at = { $latitude }° солтүстік ендікте
picture-north = С
picture-unverified = Сызығы ғана: тексерілмеген
picture-imprecise = Сақина ішінде: орны емес, тек қаласы не аймағы белгілі
picture-accuracy = Көмескі шеңбер: орын соның ішінде бір жерде
picture-cluster = Сан: қатар тұрған орындар саны
picture-shape = Ластанған жердің өзі
picture-zone-read = Заң бойынша аймақ: { $distance }
picture-zone-unread = Заң бойынша аймақ: { $distance }, ені тексерілмеген
picture-zone-screening = Салыстыру үшін, заң бойынша емес: { $distance }
problem-invalid-size-title = Өлшем оқылмайды
problem-invalid-size-detail = «{ $value }» { $parameter } үшін жарамайды: ені мен биіктігі { $least } бен { $most } пиксель арасында болуы керек, мысалы 1200x630.

## Ошақтар мен облыстардың беттері

page-other-names = Басқа атаулары
page-since = Қашаннан бері
page-unknown = белгісіз
page-people-caption = Әдеттегі радиустар шегіндегі адамдар
page-near = Жақын маңда не бар
page-near-towns = { $distance } шегіндегі елді мекендер
page-near-hotspots = { $distance } шегіндегі басқа ошақтар
page-town = Елді мекен
page-distance = Қашықтық
page-more-towns = және тағы { $count }
page-facts-language = Деректерге берілген ескертпелер мен түсіндірмелер тек ағылшын тілінде.
page-zone = Аймақ
page-zone-width = Ені
page-zone-act = Акт және дереккөз
page-zone-choice = Қалай таңдалды
page-substance = Зат
page-limit = Норматив
page-when = Қашан және кім айтады
page-history = Дереккөздер жылдар бойынша не айтады
page-projects = Жобалар
page-no-projects = Бұл жердегі жобалар бізге белгісіз. Бұл ештеңе істелмей жатыр деген сөз емес.
page-no-measurements = Бұл шығарылымда осы жердегі өлшеулер жоқ.
page-sourced-values =
    { $count ->
        [0] Дереккөзі бар мәліметтер әзірге жоқ.
        [one] Дереккөзі бар { $count } мән.
       *[other] { $count } мән, әрқайсысының дереккөзі бар.
    }
page-picture-alt = Карта: { $name } және айналасы
page-file-hotspot = ошақ, мәлімдемелер және дереккөздер
page-file-claims = мәлімдемелер, әрқайсысы бір жолда
page-file-zones = аймақтар және олардың нобайлары
page-cite-release = Бүкіл шығарылым
page-cite-text = мәтін түрінде
page-pictures = Суреттер
page-embed = Өз сайтыңызда
page-embed-open = Ендіру кодын құрастыру
page-report = Қате бар ма?
page-report-note = Ненің дұрыс емес екенін жазып, біз оқи алатын дереккөзді көрсетіңіз. Жер мен деректер шығарылымы қазірдің өзінде көрсетілген.
page-report-do = Қате туралы хабарлау
page-report-subject = Террикон: қате, { $id }
page-report-body =
    Бет: { $url }
    Деректер шығарылымы: { $release }

    Не дұрыс емес:

    Дереккөз:
curve-title = Айналадағы адамдар радиус бойынша: { $name }
curve-most = { $people } адамға дейін
curve-people = Адамдар
curve-radius = Радиус, км
curve-note = Жолақ — мүмкін болатын ең аз саннан ең көп санға дейін. Сызық — орташа мән, оны атауға болатын жерде.
curve-file = Сызба файл түрінде (SVG)
missing-note = Мекенжайда қате болуы мүмкін немесе жердің атауы өзгерген.
missing-alike = Мүмкін, сіз мынаны іздедіңіз
missing-ways = Әрі қарай
missing-list = Барлық ошақтар тізім түрінде
missing-map = Карта

## Ендірілген карта

embed-label = Террикон: ластану ошақтарының картасы
embed-picture = Картаның суреті. Сол орындардың бәрі астындағы тізімде бар.
embed-open = Картаны ашу
embed-list = Дәл осыны тізіммен
embed-more = Толығырақ, дереккөздерімен
embed-accuracy = орны ± { $distance }
embed-whole = Екі елді де көрсету
embed-back = Терриконда ашу
embed-release = деректер шығарылымы { $release }
embed-hotspots-source = Ошақтар: Террикон; әрқайсысының дереккөздері өз бетінде көрсетілген.
embed-failed = Бәрі бірдей жүктелмеді.
embed-retry = Қайталау
embed-wrong = Картаның мына баптауларын оқу мүмкін емес: { $names }.
embed-release-gone = { $release } шығарылымы енді сақталмайды; соңғысы көрсетілді.
embed-scroll-ctrl = Масштабты өзгерту үшін Ctrl пернесін басып тұрып айналдырыңыз
embed-scroll-command = Масштабты өзгерту үшін ⌘ пернесін басып тұрып айналдырыңыз
embed-scroll-fingers = Картаны екі саусақпен жылжытыңыз

## Басылымдарға: нені ендіру керек

publish-title = Карта сіздің сайтыңызда
publish-intro = Картада не көрсетілетінін таңдап, кодты, суретті немесе дәйексөзді көшіріп алыңыз.
publish-open = Осы картаны ендіру
publish-settings = Не көрсетіледі
publish-place-chosen = Орын: { $name }
publish-place-none = Орын таңдалмаған: бүкіл карта
publish-place-clear = Орынды алып тастау
publish-height = Биіктігі, пиксель
publish-release = Деректер
publish-release-latest = әрқашан соңғысы
publish-release-pinned = { $release } шығарылымы, бүгінгідей
publish-release-note = Соңғы деректер әр шығарылыммен өзгереді. Аталған шығарылым ешқашан өзгермейді; егер ол енді сақталмаса, карта мұны айтып, соңғысын көрсетеді.
publish-load = Алдымен
publish-load-interaction = сурет, ал ашқанда карта
publish-load-visible = бірден карта
publish-preview = Көрінісі
publish-element = Бетіңізге арналған код
publish-element-note = Карта беттің бір бөлігіне айналады: қарпі де, ені де сонікі.
publish-frame = Редакциялық жүйеге арналған код
publish-frame-note = Скриптерге рұқсат жоқ жерге арналған жақтау. oEmbed жұмыс істейтін жерде картаның, ошақтың немесе облыстың сілтемесін қойсаңыз болды.
publish-copy = Кодты көшіру
publish-picture = Сурет
publish-picture-note = 1200 × 630 пиксель, дереккөзі суреттің өзінде жазылған.
publish-picture-download = Суретті жүктеп алу
publish-citation = Террикон. { $name }. Деректер шығарылымы { $release }. { $url }
publish-size = Карта ашылғанша мақала { $article } КБ пен суретті жүктейді; картамен бірге тағы { $map } КБ, оның { $maplibre } КБ-ы сызу кітапханасы, және көрініп тұрған жердің деректері.
problem-format-not-written-title = Мұндай пішінде жауап жоқ
problem-format-not-written-detail = «{ $value }» жауаптың пішіні емес.
problem-not-ours-title = Бұл біздің мекенжай емес
problem-not-ours-detail = «{ $value }» карта да, ошақтың немесе облыстың беті де емес.

## Көрсеткіш бойынша боялған облыстар

shade-label = Облыстарды көрсеткіш бойынша бояу
shade-none = бояусыз
shade-exposure = ошақтар маңындағы адамдар
shade-hotspots = белгілі ошақтар
shade-emissions-stationary = ауаға шығарындылар
shade-classes-label = Мәндер кластары
shade-no-figure = дерек жоқ
shade-class-all = барлық мәндер бірдей
shade-class-below = { $below } мәнінен аз
shade-class-between = { $from } – { $below }
shade-class-from = { $from } және одан көп
shade-classes-all-years = Кластар табиғи аралықтар бойынша, барлық жылға бірдей; төменгі шегі класқа кіреді.
shade-classes-shown = Кластар көрсетілген мәндердің табиғи аралықтары бойынша; төменгі шегі класқа кіреді.
shade-borders = Шекаралар { $date } күнгі.
shade-own-count = { $release } деректер шығарылымында саналған.
shade-figures = Облыстар бойынша мәндер
shade-nothing = Бұл уақыт пен бұл шекаралар үшін мәндер жоқ.
shade-others = басқа дереккөздер: { $values }
indicator-exposure = Белгілі ошақтардан 10 км шегіндегі адамдар
indicator-hotspots = Белгілі ошақтар
unit-hotspots = ошақ
caveat-shading-absolute = Бұл тұтас облыстың сандары: үлкен облыста олар жай ғана аумағы үлкен болғандықтан көп болуы мүмкін.
caveat-shading-one-source = Дереккөздер әртүрлі айтса, картада облыстардың көбі бойынша дерегі бар дереккөз көрсетілген. Қалғандары кестеде.
caveat-shading-other-area = Басқа шекараларда саналған сан көрсетілмейді: ондай облыс сызықталған.

# why: an oblast has no figure
shading-why-no-figure = дереккөздер мән бермейді
shading-why-other-area = деректер басқа шекаралар үшін
shading-why-no-hotspots = белгілі ошақ жоқ
shading-why-vague = орындары 10 км-ден дөрекі белгілі
shading-why-no-population = халық туралы дерек жоқ

## Картадағы уақыт

time-label = Көрсетілген уақыт
time-sooner = Ертерек
time-later = Кейінірек
time-until = { $date } күніне дейін
time-since = { $date } күнінен бастап
time-between = { $since } – { $until }
card-label = Картада не көрсетілген
card-close = Бүгінгі әдеттегі картаға оралу

## Картада не көрінетіні, сөзбен

contents-label = Көріністегі ошақтар
contents-count =
    { $count ->
        [0] Көріністе ошақ жоқ
        [one] Көріністе { $count } ошақ
       *[other] Көріністе { $count } ошақ
    }
contents-cluster =
    { $count ->
        [one] { $count } ошақ қатар: жақындату
       *[other] { $count } ошақ қатар: жақындату
    }
contents-more =
    { $count ->
        [one] және тағы { $count }; бәрі тізімде
       *[other] және тағы { $count }; бәрі тізімде
    }

## Оқырманның маңында

near-me-privacy = Браузер бұл бетке сіздің қайда екеніңізді білуге бола ма деп сұрайды. Нақты орныңыз осы құрылғыда қалады: қашықтықтар осында өлшенеді. Бұл сайтқа адамдарды санау үшін тек шамамен километрге дейін дөңгелектелген орын жіберіледі; бөлісетін сілтемеде де сол. Бет ештеңе сақтамайды.
near-me-locate = Менің қайда екенімді анықтау
near-me-pin = Орынды картадан таңдау
near-me-search = Немесе қала атауын іздеуге жазыңыз.
near-title = Сіздің маңыңызда
near-rounded = Орын дөңгелектелген, ауытқуы { $distance } дейін. Адамдар сіз болуы мүмкін барлық орын үшін саналған, сондықтан аралықтар кең.
near-filtered = Тек сүзгіңізден өткен ошақтар көрсетілген.
near-within = { $distance } шегінде болуы мүмкін ошақтар
near-none = Бұл қашықтықта бірде-бір ошақ жоқ. Ең жақыны:
near-share = Бөлісетін сілтеме: онда тек дөңгелектелген орын бар
near-survey = Осы орын маңындағы адамдар мен ошақтар
rings-title = Әр қашықтықта
rings-radius = Қашықтық
rings-people = Адамдар
rings-hotspots = Ошақтар

## Қағазда

print-button = Картаны, тізімді және шартты белгілерді басып шығару
print-made = { $date } басып шығарылды
print-legend = Шартты белгілер
print-list = Сүзгіден өткен ошақтар
