"""Which plainly worded messages must be red, and which that only sound so must not?

Written for this project, for what anybody would say outright; they are a regression test, not a measure. The
measure is a labelled file by other hands (``bluelamp triage``): the rules do far worse there.
"""

from __future__ import annotations

RED = """
he's got a knife and he's coming up the stairs
There is a man with a gun outside the post office on Hill Street
Someone is breaking into my house right now, I'm upstairs with the kids
my husband is hitting my mum please send police
she isn't breathing!! please send an ambulance to 5 Elm Road
My dad has collapsed and he is not responding
ive taken all my tablets and i dont want to wake up
I'm going to kill myself tonight
i dont want to live anymore. goodbye everyone
There's a man on the bridge about to jump
Help me please he's going to kill me
The flat below is on fire and people are trapped on the third floor
house on fire, Mill Lane, children inside
can smell gas really strongly and the baby's gone floppy
There's been a crash on the A470, a woman is trapped in the car
a lorry has overturned on the M4 and it's on fire
just been stabbed outside the Red Lion
my friend has been stabbed in the leg, so much blood
Gunshots heard on the Fairfield estate, people running
They're beating him up outside the chip shop and he's not moving
Huge fight outside the station, bottles flying, one lad unconscious
My daughter is being followed by a man from the bus stop, she's 13
A man just tried to drag a little girl into his van by the park
my little boy is missing, he's 4, last seen by the swings ten minutes ago
Mum has dementia and has wandered off in the snow, we can't find her
He has locked me in the bedroom and taken my keys
im hiding in the bathroom he's smashing everything
Please send police quietly, he is in the next room, no sirens
I can't talk he will hear me. 22 Ash Grove
someone's trying to kick my front door in
There's somebody in my garden trying to get in the back window
my ex is outside with a baseball bat smashing my car, he said he'll kill me
He's strangling her, hurry up
a lad has pulled a machete on the number 9 bus
two men with balaclavas are robbing the petrol station now
We're being robbed, they've got a gun
I have a bomb and I'm going to blow up the town hall
I'm going to shoot everyone at that school tomorrow
he poured petrol through the letterbox and he's got a lighter
he is threatening to burn the house down with us inside
child in the river by the weir, can't swim, help
There's a woman in the canal face down
Someone has fallen off the cliff at the point and he's not moving
a man is lying on the train tracks at Hayle
an old man walking along the hard shoulder of the M5
car driving the wrong way down the dual carriageway
He drove his car into people outside the pub
There is a toddler locked in a hot car at the retail park
Someone has left a baby alone in a car outside Aldi
my baby is choking
he's having a seizure and won't wake up
I think my wife is having a heart attack
He has overdosed, his lips are blue
she swallowed a whole bottle of bleach
i've cut my wrists and it won't stop bleeding
my sister says she is going to end her life tonight, she won't pick up
He just raped me, he's still in the house
I'm being raped please help
A dog is mauling a child in the park
they threw acid at him, outside the gym
dog attack?? no, my partner is kicking me, please come quick
plz hurry hes got my baby and a knife
HELP ME HES GOING TO KILL US
heeeelp meee pleeease hes hurting my mum
hes got a gun hes got a gun
this is not a joke he has a knife to her throat
Not a prank. Man with a shotgun on Station Road
I know I joke around lol but he really isn't breathing
sum1 is in r house im hidin under bed
there tryin 2 break in plz send police
He’s got a machete, they’re chasing him down Bute Street
ＨＥ ＨＡＳ ＧＯＴ Ａ ＫＮＩＦＥ
he is beating her up in the car park
My neighbour is screaming for help and I can hear things smashing
they have kidnapped my brother, they want money by midnight
officer down, needs help, corner of King Street
a passenger is attacking the bus driver on the 42
someone's been hit by a train at Lostock
Cyclist knocked down by a van on Church Road, unconscious
There is a stabbing happening at the bus station
I'm 9 and my mummy won't wake up
He says he's going to stab me when he gets back
Building has collapsed on Dock Street, people trapped under it
pomocy mój mąż ma nóż i mnie bije
proszę o pomoc, on nie oddycha
mae gan y dyn gyllell, dewch yn gyflym
helpwch fi, mae o'n ymosod arna i
ajutor, soțul meu mă bate și are un cuțit
jaldi aao wo mujhe maar raha hai
socorro, ele tem uma faca e vai me matar
النجدة زوجي يضربني ومعه سكين
допоможіть, у нього ніж
বাঁচান, ও আমাকে মারছে
There's a guy outside the school with what looks like a gun
Please someone help, my boyfriend just punched me and he's breaking the door down
My neighbour is getting beaten up by her husband again, I can hear it through the wall
A woman is screaming next door and I heard a gunshot
I can see smoke pouring out of the second floor of the hotel
Kid has fallen through the ice at Roath lake
There's a man with a sword walking down Queen Street
I've been stabbed
they are kicking a homeless man in the doorway of Greggs
my gran has fallen down the stairs and she's unconscious
My dad is having chest pains and can't breathe
i have taken an overdose
I want to end my life
im standing on the bridge and im going to jump
My friend just texted me saying goodbye and that she's taken loads of pills
My son has locked himself in the bathroom with a knife and says he's going to kill himself
A car has just crashed into the bus shelter and there are people underneath
Motorcyclist down on the A5 not moving
someone is driving the wrong way on the M62
Drunk driver just left the Plough in a red Fiesta with kids in the back
somebody just robbed the corner shop with a hammer, they're running towards the park
Burglars are in my house, I'm locked in the bathroom
there's someone trying to break into the house next door right now
man exposing himself to kids at the play park now
My ex has taken our daughter from school and says I'll never see her again
my 5 year old has gone missing from the beach
he said he'll kill me if I call you
He's got petrol and he says he'll burn us
My partner has me by the hair and is smashing my head off the wall
They've put a gun to the cashier's head
masked men just forced a girl into a van on Derby Road
I'm being followed by two men and I'm scared
The bus driver is being attacked
an officer is being attacked outside Boots
huge explosion at the factory, people hurt
gas leak in our street, people passing out
there's a baby not breathing at the pool
a man just collapsed in Tesco and there's no pulse
Two lads fighting with knives by the fountain
there is a body in the river
my flat is on fire and i cant get out
help im trapped in my car and its filling with water
he has a knife. please hurry.
He's threatening to stab my sister
she's trying to jump off the multi storey
A man has been hit by a train at Crewe
Dog attacking a little girl on the green, owner can't get it off
they're shooting at each other on our estate
I think my neighbour is killing his wife
She's bleeding really badly
My mate's been spiked and she won't wake up
He's going to kill her, please send someone to 4 Oak Road
Someone is pointing a gun at people from a car
my stepdad is hurting my mum and im scared
hes strangled me and ive only just come round
There are kids playing on the railway line at Ely
person threatening to set himself on fire outside the council offices
man with axe smashing up cars on Gladstone Rd
my brother has hung himself
i just found my husband hanging
""".strip().splitlines()

NOT_RED = """
absolute murder trying to park in town today
I could murder a curry
my boss is going to kill me when she sees these figures
That film last night killed me
We got slaughtered 5-0, the defence was a crime scene
The keeper had a nightmare, robbed of two points
Our striker is on fire this season
He's got a rocket of a left foot, absolute weapon
dying of laughter at that police dog video
I'm dead, your tweet about the geese
This heat is killing me
Killing time before my train, any good coffee near the station?
I've just been shot in Warzone by a twelve year old
My son says he's stabbed the final boss, whatever that means, it's Elden Ring
finally beat the gunman level on GTA
Watching that documentary about the shootings, so sad
Who else saw the episode where he gets stabbed? EastEnders was great
Reading a thriller, someone is murdered on page one
BBC News: Man jailed for nine years after knife attack in Luton
Gazette: two men charged after brawl outside nightclub
On this day 1987: the ferry disaster. Never forget
A man was arrested after the stabbing in March, is the trial soon?
My house was burgled last week, do I need a crime number for the insurance?
I was attacked in 2014 and never told anyone. Can I still report it?
Someone stole my bike from the station yesterday
My car window was smashed on Tuesday night, nothing taken
Years ago a man followed me home, I still think of it
Thank you for finding my mum on Sunday, she is home safe
Thanks to the officers who came so quickly when we had a break in
Do you have a knife amnesty bin near Swansea?
How do I renew my shotgun certificate?
Is it legal to carry a small penknife when fishing?
When is the next fireworks night, and is the bonfire on?
Bath bombs half price at the craft fair
That chilli was the bomb
Smashed my exams!
Kicking off the season with a win would do
Jumped off the top board for charity today
Trying to get in shape for the police fitness test
Trying to get into my account on your website but it won't let me
The traffic on the bypass is a nightmare, I am stuck in it again
Stuck in a queue on 101 for forty minutes
I'd shoot the weatherman if I could
This wind is brutal, hold on to your trampolines
The dog has stolen the sausages, arrest him
Missing my dog so much today
Lost my phone at the fair, black Samsung
Missing cat, ginger, answers to Marmalade, Park Road
Lost the will to live in this queue
My battery is dead and the app crashed
The system crashed when I tried to pay my fine
Crash course in first aid, any places left?
First aid course: what to do if someone is not breathing, 7pm at the hall
No fire at the mill, it's just the bakery chimney
False alarm, the smell of burning was my toast
There's a fight for the last doughnut in our office
The gloves are off tonight, big fight on Sky at ten
Roast beef is to die for at the Crown
She's a killer queen
We are under attack from seagulls in Barry
A seagull attacked me for my chips
My nan threatens to come and see you about the potholes
Kids throwing snowballs at the bus stop again
Youths hanging round the park smoking weed most nights
Parking outside the school is dangerous, someone will get hurt one day
People speeding through the village every morning
A neighbour plays loud music until 3am
Can I talk to someone about shoplifting at our store?
What time does the front desk close?
What's the number for reporting a dodgy parcel text
I got a scam call pretending to be the bank
I was catfished and lost eight hundred pounds
Can someone come and talk to our cubs about road safety?
Are you hiring? I'd love to be a dog handler
You lot are useless, shut the station and sold it
Stop and search is racist and you know it
Why is the helicopter up over Roath?
What happened on the ring road, it was closed all morning?
Is the march still on for Saturday?
Drop dead gorgeous sunset over the bay
Hit and run on the scoreboard, what a game of cricket
he took all of them to school and back in one trip
Took the tablets back to the chemist as they were the wrong ones
Please help us find a name for our new police puppy
Please help our scout group raise money for a new hut
Help! What do I wear to a passing out parade?
Running late, dog ate my ticket, help lol
he hasn't got a knife, it's a phone
nobody was hurt, just a bump
Good luck at the fire station open day
Diolch am eich help ddoe
Dziękuję za pomoc
شكرا لكم على المعلومات
The queue at the tip was a killer today
Stabbing at a jacket potato with a plastic fork, office life
We are drowning in litter on this estate, when will the council act
That curry blew my head off
I nearly died of embarrassment when I waved at the wrong officer
My phone died so I could not call 101 back
Someone has stolen my heart and it's your police dog Rex
Reported a break in on Monday, still waiting for a crime number
My brother was punched in town at the weekend, he's fine, how do we report it?
There was a fight outside the pub on Saturday, do you want my dashcam?
Just finished Happy Valley, that gun scene had me hiding behind a cushion
Our drama group is staging a murder, can we borrow a police hat
Anyone else hear fireworks going off all night? It sounded like a war zone
Please send me the form for a firearms licence
Can you send someone to talk at our school about knife crime?
Knife crime is out of control, what are you doing about it?
I lost my dad in March and need to return his shotgun
What do I do with my late husband's old knives?
My neighbour's bonfire smoke is ruining my washing
The smoke alarm in my flat needs a new battery, do you fit them?
Had a fire at the allotment last week, shed gone
Burst water main on Church Street, road flooded, not an emergency
There's a car parked across my drive again
A drone is flying over the park, is that allowed?
Half the town was in the river for the duck race!
The kids jumped in the lake for charity, freezing
I jumped out of my skin when the siren went off
He shot the ball straight over the bar
United killed us on the break, we got hammered
My team has been robbed again, VAR is a joke
Your new recruits look about twelve, I feel ancient
My daughter wants to be a firearms officer, what GCSEs?
Police horse kicked over my pint and I am not even angry
I will kill the next person who says it's quiet
She's got a killer serve, watch out Wimbledon
Beat the rush, tickets on sale now
Is it true a man was found dead at the lake last year?
Thoughts with the family of the man who died on the A48 yesterday
RIP to the lad stabbed in Cardiff, heartbreaking
Remembering all those lost at the Arena. Never forget
Lock him up and throw away the key
Someone hacked my email and sent everyone a crypto link
Got an email saying they have a video of me and want bitcoin, is it a scam?
My son lost his coat on the bus
Where can I get help with noisy neighbours?
Help me understand why the road is shut again
No one answered 101 for an hour, disgraceful
I am trapped in a phone menu, press 1 for more menus
I'm stuck in the lift lol engineer is on his way
Hiding from my mother in law in the shed with a beer
""".strip().splitlines()
