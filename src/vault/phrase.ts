import { randomInt } from 'node:crypto'

/** How many words a phrase has: of 943 each, it is one of 2^59, and each guess at it costs a second. */
const howMany = 6

/** Words by lot, for who would rather not think of any: easy to say, to type and to write down. */
export const newPhrase = (): string =>
  Array.from({ length: howMany }, () => words[randomInt(words.length)]).join(' ')

/** Things to see, each once, in small letters. */
export const words = `
acorn actor adult agent album alley almond amber anchor angle ankle apple apron arch arena armchair
arrow artist ash aspen atlas attic august aunt autumn avocado bacon badge badger bagel baker balcony
ball balloon bamboo banana band banjo bank barge bark barley barn barrel basil basin basket bath
baton beach beacon bead beagle beak beam bean bear beaver bed beech beehive beetle bell belt bench
berry bicycle birch bird biscuit bison blanket blossom blouse blue boat bobbin bog bonfire book boot
border bottle boulder bow bowl box bracelet branch brass bread breeze brick bridge brook broom broth
brown brush bubble bucket bud buffalo bugle bulb bun bus bush butter button cabbage cabin cable
cactus cake camel camera camp canal candle canoe canvas canyon cape captain caramel card cargo
carpet carrot cart castle cat cattle cave cedar celery cellar cello chain chair chalk chapel chapter
cheese cherry chess chest chestnut chicken chief child chimney chin choir cider cinema circle circus
citrus city clam clay cliff clock cloth cloud clover clown coach coast coat cobalt cocoa coconut
coffee coin collar comb comet compass concert copper coral cork corn corner cottage cotton couch
cousin cow crab crane crate crater crayon cream creek cricket crocus crow crown cruise crumb crystal
cube cuckoo cup cupboard curtain cushion custard cycle cypress daisy dance dawn deck deer delta
dentist desert desk dew diamond diary dill dinner dish doctor dog doll dolphin domino donkey door
dough dove dragon drawer dress drift drum duck dune dusk eagle ear earth easel east echo eel egg
elbow elder elk elm ember emerald engine envelope evening fabric falcon family fan farm feather
fence fern ferry fiddle field fig film finch finger fir fire fish flag flame flask flint flock flood
floor flour flower flute foal foam fog fold forest fork fort fossil fountain fox frame freckle
friend frog frost fruit funnel fur galaxy gallery game garage garden garlic garnet gate gazelle
geese gem ginger giraffe glacier glade glass globe glove glue goat gold golf gondola goose gorge
granite grape grass gravel gravy green grove guest guide guitar gull gum habit hail hair half hall
hammer hammock hamster hand harbor hare harp harvest hat hawk hay hazel head hearth heather hedge
heel helmet hen herb heron herring hill hinge hip hive hobby holly honey hood hoof hook horizon horn
horse hotel hour house hut ice icicle igloo inch indigo ink inlet iris iron island ivory ivy jacket
jade jaguar jam january jar jasmine jaw jay jelly jet jewel jigsaw juice july june jungle juniper
kangaroo kayak keel kennel kettle key kid kilt king kiosk kitchen kite kitten kiwi knee knot koala
label lace ladder lady lagoon lake lamb lamp land lantern lap lark laundry lavender lawn leaf
leather ledge leek lemon lens lentil letter lettuce library lichen lid lilac lily lime linen lion
lizard llama lobster locket lodge loft log loom lotus lunch lute lynx machine magnet magpie mango
mantle map maple marble march margin market maroon marsh mask mast mat meadow meal melody melon
mermaid meteor milk mill mineral mint mirror mist mitten moat mole monkey moon moor moose morning
mosaic moss moth motor mountain mouse mouth mud muffin mug mule muse mushroom music mussel mustard
nail napkin nectar needle nest net nettle newt night noodle noon north nose notebook novel nut
nutmeg oak oar oasis oat ocean october octopus olive onion opal opera orange orbit orchard orchid
organ osprey otter oven owl ox oyster paddle page paint palace palm pan panda pansy papaya paper
parade park parrot parsley pasta pasture path patio paw pea peach peacock peak peanut pear pearl
pebble pelican pen pencil penguin penny pepper perch petal phone photo piano pickle picnic pie pier
pigeon pillow pilot pine pink pipe pirate pistachio pitcher pizza planet plank plant plate plaza
plum pocket poem poet polar pond pony pool poplar poppy porch port post pot potato pottery prairie
pretzel prism pudding puddle puffin pulley pulp puma pumpkin puppet puppy purple purse puzzle quail
quarry quartz queen quill quilt quince quiver rabbit raccoon radio radish raft rail rain raisin
ranch rapids raspberry raven recipe reed reef relay ribbon rice ridge ring river road roast robin
rock rocket roof room root rope rose rowan ruby rudder rug rum rush rust rye sack saddle saffron
sage sail salad salmon salt sand sandal sapphire sardine satin sauce saucer scale scarf school scone
scooter sea seal season seat seed shadow shark shawl shed sheep shelf shell sherbet ship shirt shoe
shore shovel shrub sieve silk silver singer siren sister skate sketch ski skirt sky slate sled
sleeve slipper slope smoke snail snow soap sock sofa soil song sonnet soup south spade spark sparrow
spice spider spinach spiral sponge spoon spring spruce square squash squid squirrel stable stadium
stage stair stamp star statue steam steel stem step stew stick stone stool stork storm stove straw
stream street string studio sugar suit summer sun sunset swallow swan sweater swing syrup table
tailor tango tapestry tart taxi tea teacher team teapot tent terrace theater thimble thistle thread
throne thumb thunder thyme ticket tide tiger tile timber tin toad toast toe toffee tomato tonic
torch tortoise towel tower town toy tractor trail train tray tree trellis trout truck trumpet trunk
tuba tulip tuna tundra tunnel turban turkey turnip turtle twig twin umbrella uncle unicorn valley
vanilla vase vault veil velvet vest village vine vinegar viola violet violin visitor volcano voyage
waffle wagon waist wallet walnut walrus waltz water wave wax weasel weather web west whale wharf
wheat wheel whisker whistle willow wind window wine wing winter wire wolf wood wool wren wrist
writer yacht yard yarn yeast yellow yogurt yolk zebra zinc zipper
`
  .trim()
  .split(/\s+/)
