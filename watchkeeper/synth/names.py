"""Invented people's names: common names of many backgrounds, put together at random.

Any likeness to somebody is chance. Given names are kept apart by sex only so that a list reads naturally.
"""

MALE = (
    *("Adam", "Adebayo", "Ahmed", "Alan", "Aleksander", "Amir", "Andre", "Anthony", "Arjun", "Barry"),
    *("Benjamin", "Brian", "Callum", "Carl", "Charles", "Chidi", "Christopher", "Colin", "Craig", "Daniel"),
    *("Darren", "David", "Dean", "Dmitri", "Dominic", "Edward", "Emeka", "Eric", "Farhan", "Francis"),
    *("Gareth", "Gary", "George", "Giorgio", "Graham", "Hamza", "Harold", "Harpreet", "Hassan", "Ian"),
    *("Ibrahim", "Ivan", "Jack", "James", "Jason", "Jerome", "Joao", "John", "Joseph", "Karim"),
    *("Keith", "Kenneth", "Kevin", "Kofi", "Kwame", "Lee", "Leon", "Lewis", "Liam", "Lukasz"),
    *("Malcolm", "Marcus", "Mark", "Martin", "Matthew", "Mehmet", "Michael", "Miguel", "Mohammed", "Nathan"),
    *("Neil", "Nicholas", "Nigel", "Oliver", "Omar", "Owen", "Patrick", "Paul", "Pavel", "Peter"),
    *("Philip", "Piotr", "Rajesh", "Raymond", "Richard", "Robert", "Ronald", "Ryan", "Samuel", "Sanjay"),
    *("Scott", "Sean", "Sergei", "Simon", "Stephen", "Stuart", "Tariq", "Terence", "Thomas", "Timothy"),
    *("Tomasz", "Trevor", "Tyrone", "Victor", "Viktor", "Vincent", "Walter", "Wei", "William", "Yusuf"),
)
FEMALE = (
    *("Abigail", "Aisha", "Alice", "Amina", "Angela", "Anna", "Beata", "Bernadette", "Carol", "Catherine"),
    *("Chloe", "Claire", "Deborah", "Donna", "Elena", "Fatima", "Grace", "Hannah", "Ifeoma", "Jane"),
    *("Karen", "Laura", "Leila", "Maria", "Mei", "Monika", "Nicola", "Patricia", "Priya", "Rachel"),
    *("Sandra", "Sarah", "Sharon", "Simone", "Tracy", "Ursula", "Valerie", "Wendy", "Yasmin", "Zoe"),
)
FAMILY = (
    *("Abbott", "Abdi", "Adeyemi", "Ahmed", "Akhtar", "Ali", "Allen", "Appiah", "Asante", "Bailey"),
    *("Baker", "Balogun", "Banks", "Barnes", "Begum", "Bell", "Bennett", "Boateng", "Bowen", "Brennan"),
    *("Brown", "Burke", "Butler", "Campbell", "Carter", "Chan", "Chapman", "Chen", "Clarke", "Cole"),
    *("Collins", "Cooper", "Costa", "Cox", "Da Silva", "Das", "Davies", "Demir", "Dixon", "Donnelly"),
    *("Edwards", "Ellis", "Evans", "Farah", "Fernandes", "Fisher", "Fletcher", "Foster", "Francis", "Gill"),
    *("Gordon", "Graham", "Grant", "Green", "Griffiths", "Gupta", "Hall", "Hamilton", "Harris", "Hassan"),
    *("Hayes", "Henry", "Hill", "Holmes", "Horvat", "Hughes", "Hussain", "Ibrahim", "Ionescu", "Islam"),
    *("Ivanov", "Jackson", "James", "Jenkins", "Johnson", "Jones", "Kaur", "Kaya", "Kelly", "Khan"),
    *("King", "Kowalski", "Kumar", "Lawson", "Lee", "Lewis", "Li", "Lopez", "Marshall", "Mason"),
    *(
        "Matthews",
        "McCarthy",
        "McDonald",
        "Mensah",
        "Miah",
        "Mitchell",
        "Mohamed",
        "Moore",
        "Morgan",
        "Murphy",
    ),
    *("Nguyen", "Nowak", "Nwosu", "OBrien", "Okafor", "Olawale", "Osei", "Owusu", "Palmer", "Parker"),
    *("Patel", "Perera", "Petrov", "Phillips", "Popescu", "Powell", "Price", "Rahman", "Reid", "Roberts"),
    *("Rossi", "Russell", "Sahin", "Santos", "Shah", "Sharma", "Singh", "Smith", "Stewart", "Sullivan"),
    *("Szabo", "Taylor", "Thomas", "Turner", "Uddin", "Walker", "Walsh", "Watson", "Williams", "Wong"),
)
STREETS = (
    *("Alderbrook", "Amberley Cross", "Bellwether", "Bramblewick", "Candlemaker", "Cinderford", "Copperbeck"),
    *(
        "Coralstone",
        "Dovelace",
        "Dunmarrow",
        "Elderfold",
        "Emberley",
        "Fallowmere",
        "Featherstow",
        "Fernhollow",
    ),
    *("Foxglade", "Gannetstone", "Glasswright", "Goldenhythe", "Hartsmoor", "Hazelwick", "Heronsgarth"),
    *("Ivorygate", "Juniperfield", "Kestrelholm", "Lanternmaker", "Larkmere", "Lavenderhithe", "Lindenbeck"),
    *("Marlowfen", "Meadowsteep", "Mistletoft", "Nettlebank", "Oakenshore", "Orchardwell", "Ottersgate"),
    *("Pebblewright", "Pennyfarrow", "Plumtrethe", "Quillmaker", "Ravenstoft", "Rowanshaw", "Saffronhythe"),
    *("Sallowfield", "Silverbeck", "Skylarkham", "Sparrowgarth", "Starlingford", "Swansmere", "Tallowmaker"),
    *("Teaselwick", "Thistledown", "Thornmallow", "Umberslade", "Violetstone", "Wagtail", "Waxwing"),
    *("Wheatfallow", "Willowstrand", "Winterbeck", "Wrenfold", "Yarrowgate"),
)
ENDINGS = ("Road", "Street", "Close", "Avenue", "Lane", "Gardens", "Walk", "Court", "Rise", "Terrace")
COUNTRIES = ("Faro", "Malaga", "Rome", "Athens", "Dublin", "Warsaw", "Lagos", "Istanbul", "Paris", "Lisbon")
AIRPORTS = ("Heathrow", "Gatwick", "Stansted", "Luton", "London City", "St Pancras")
OFFENCES = (
    "Sexual assault, SOA 2003 s.3",
    "Sexual activity with a child, SOA 2003 s.9",
    "Causing or inciting a child to engage in sexual activity, SOA 2003 s.10",
    "Arranging or facilitating a child sex offence, SOA 2003 s.14",
    "Meeting a child following sexual grooming, SOA 2003 s.15",
    "Sexual communication with a child, SOA 2003 s.15A",
    "Taking or distributing indecent photographs of children, PCA 1978 s.1",
    "Possession of indecent photographs of children, CJA 1988 s.160",
    "Exposure, SOA 2003 s.66",
    "Voyeurism, SOA 2003 s.67",
)
GRAVE_OFFENCES = (
    "Rape, SOA 2003 s.1",
    "Assault by penetration, SOA 2003 s.2",
    "Rape of a child under 13, SOA 2003 s.5",
)
CONDITIONS = (
    (
        "Not to have unsupervised contact with any child under 16",
        False,
        "Ask; look for signs of a child at the home",
    ),
    ("Not to use a device that can reach the internet unless it keeps its history", False, "Examine devices"),
    ("To make every device available for inspection on request", True, "Ask for each device and inspect it"),
    ("Not to own more than one mobile telephone", False, "Look for telephones; compare with the list held"),
    ("Not to enter a school, playground or leisure centre", False, "Ask; compare with intelligence"),
    (
        "To tell the offender manager of any new relationship within three days",
        True,
        "Ask; compare with messages",
    ),
    ("Not to use cloud storage without telling the police", False, "Examine devices for accounts"),
)
