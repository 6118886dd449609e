<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy">
<context>
    <name>AccountChoice</name>
    <message>
        <source>Accounts</source>
        <translation>Cyfrifon</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>Dod o hyd i gyfrif</translation>
    </message>
    <message>
        <source>No account is connected yet. An administrator connects one on the Accounts screen.</source>
        <translation>Nid oes cyfrif wedi&apos;i gysylltu eto. Gweinyddwr sy&apos;n cysylltu un ar y sgrin Cyfrifon.</translation>
    </message>
    <message>
        <source>{account} (disconnected)</source>
        <translation>{account} (wedi&apos;i ddatgysylltu)</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>, a link counts {number}</source>
        <translation>, mae dolen yn cyfrif fel {number}</translation>
    </message>
    <message>
        <source>About this account</source>
        <translation>Am y cyfrif hwn</translation>
    </message>
    <message>
        <source>An administrator connects and disconnects accounts and names their owners.</source>
        <translation>Gweinyddwr sy&apos;n cysylltu ac yn datgysylltu cyfrifon ac yn enwi eu perchnogion.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Gwirio nawr</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Cysylltu eto</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Negeseuon uniongyrchol</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Datgysylltu…</translation>
    </message>
    <message>
        <source>Give to an owner…</source>
        <translation>Rhoi i berchennog…</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Delweddau</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Mewnflwch</translation>
    </message>
    <message>
        <source>Last checked</source>
        <translation>Gwiriwyd ddiwethaf</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rhwydwaith</translation>
    </message>
    <message>
        <source>Nobody: give it to an owner</source>
        <translation>Neb: rhowch ef i berchennog</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Agor yn y porwr</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Perchennog</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Postiadau</translation>
    </message>
    <message>
        <source>Posts can be withdrawn from here.</source>
        <translation>Gellir tynnu postiadau&apos;n ôl o&apos;r fan hon.</translation>
    </message>
    <message>
        <source>Posts cannot be withdrawn from here: delete them on the account itself.</source>
        <translation>Ni ellir tynnu postiadau&apos;n ôl o&apos;r fan hon: dilëwch nhw ar y cyfrif ei hun.</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Terfyn ceisiadau</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Gweinydd</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Meddalwedd</translation>
    </message>
    <message>
        <source>What the server can do</source>
        <translation>Beth y gall y gweinydd ei wneud</translation>
    </message>
    <message>
        <source>What to know of this server</source>
        <translation>Beth i&apos;w wybod am y gweinydd hwn</translation>
    </message>
    <message>
        <source>Withdrawing</source>
        <translation>Tynnu&apos;n ôl</translation>
    </message>
    <message>
        <source>never</source>
        <translation>heb ei wirio erioed</translation>
    </message>
    <message>
        <source>up to {number} characters</source>
        <translation>hyd at {number} o nodau</translation>
    </message>
    <message>
        <source>up to {number} of {size} MB, alt text up to {alt} characters</source>
        <translation>hyd at {number} o {size} MB, testun amgen hyd at {alt} o nodau</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Blind since {time}</source>
        <translation>Yn ddall ers {time}</translation>
    </message>
    <message>
        <source>Choose an owner who is active in this workspace.</source>
        <translation>Dewiswch berchennog sy&apos;n weithredol yn y gweithle hwn.</translation>
    </message>
    <message>
        <source>Complete to {time}</source>
        <translation>Yn gyflawn hyd {time}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Wedi&apos;i gysylltu</translation>
    </message>
    <message>
        <source>Direct messages can be read and answered.</source>
        <translation>Gellir darllen ac ateb negeseuon uniongyrchol.</translation>
    </message>
    <message>
        <source>Direct messages cannot be read.</source>
        <translation>Ni ellir darllen negeseuon uniongyrchol.</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Wedi&apos;i ddatgysylltu</translation>
    </message>
    <message>
        <source>Its server&apos;s answer makes no sense ({fault}).</source>
        <translation>Nid yw ateb ei weinydd yn gwneud synnwyr ({fault}).</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Heb ei ddarllen eto</translation>
    </message>
    <message>
        <source>Nothing is read from it and nothing is published on it until it is connected again.</source>
        <translation>Ni ddarllenir dim ohono ac ni chyhoeddir dim arno nes iddo gael ei gysylltu eto.</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Angen mewngofnodi</translation>
    </message>
    <message>
        <source>The network gave no token, so nothing was changed. Connect the account again.</source>
        <translation>Ni roddodd y rhwydwaith docyn, felly ni newidiwyd dim. Cysylltwch y cyfrif eto.</translation>
    </message>
    <message>
        <source>The network no longer accepts what Blue Lamp holds. What the public writes there is not seen. Connect it again.</source>
        <translation>Nid yw&apos;r rhwydwaith yn derbyn yr hyn sydd gan Blue Lamp mwyach. Ni welir yr hyn y mae&apos;r cyhoedd yn ei ysgrifennu yno. Cysylltwch ef eto.</translation>
    </message>
    <message>
        <source>The server does not say</source>
        <translation>Nid yw&apos;r gweinydd yn dweud</translation>
    </message>
    <message>
        <source>The token stored for {handle} speaks for {other}. Connect {handle} again.</source>
        <translation>Mae&apos;r tocyn a gedwir ar gyfer {handle} yn siarad dros {other}. Cysylltwch {handle} eto.</translation>
    </message>
    <message>
        <source>This account is not in this workspace. Look at the list of accounts again.</source>
        <translation>Nid yw&apos;r cyfrif hwn yn y gweithle hwn. Edrychwch ar y rhestr cyfrifon eto.</translation>
    </message>
    <message>
        <source>Trouble since {time}</source>
        <translation>Trafferth ers {time}</translation>
    </message>
    <message>
        <source>Used up: the network asked to wait until {time}</source>
        <translation>Wedi&apos;i ddefnyddio i gyd: gofynnodd y rhwydwaith am aros hyd {time}</translation>
    </message>
    <message>
        <source>What the public writes there is not seen. Blue Lamp keeps trying; look at the account itself until it sees again.</source>
        <translation>Ni welir yr hyn y mae&apos;r cyhoedd yn ei ysgrifennu yno. Mae Blue Lamp yn dal i geisio; edrychwch ar y cyfrif ei hun nes iddo weld eto.</translation>
    </message>
    <message>
        <source>counted anew at {time}</source>
        <translation>yn cael ei gyfrif o&apos;r newydd am {time}</translation>
    </message>
    <message>
        <source>{handle} is disconnected. Connect it again to use it.</source>
        <translation>Mae {handle} wedi&apos;i ddatgysylltu. Cysylltwch ef eto i&apos;w ddefnyddio.</translation>
    </message>
    <message>
        <source>{number} requests left</source>
        <translation>{number} o geisiadau ar ôl</translation>
    </message>
</context>
<context>
    <name>AccountsScreen</name>
    <message>
        <source>Accounts</source>
        <translation>Cyfrifon</translation>
    </message>
    <message>
        <source>An administrator connects the force&apos;s accounts.</source>
        <translation>Gweinyddwr sy&apos;n cysylltu cyfrifon yr heddlu.</translation>
    </message>
    <message>
        <source>Asking {server}…</source>
        <translation>Yn gofyn i {server}…</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Cysylltu cyfrif</translation>
    </message>
    <message>
        <source>Connect the force&apos;s first account: what the public writes there then reaches the inbox.</source>
        <translation>Cysylltwch gyfrif cyntaf yr heddlu: bydd yr hyn y mae&apos;r cyhoedd yn ei ysgrifennu yno&apos;n cyrraedd y mewnflwch wedyn.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Datgysylltu</translation>
    </message>
    <message>
        <source>Disconnect {handle}? Nothing more is read from it, what is scheduled on it will not go out, and its token is forgotten. What it brought stays stored.</source>
        <translation>Datgysylltu {handle}? Ni ddarllenir dim mwy ohono, nid â&apos;r hyn sydd wedi&apos;i amserlennu arno allan, ac anghofir ei docyn. Cedwir yr hyn a ddaeth ohono.</translation>
    </message>
    <message>
        <source>Give it to them</source>
        <translation>Rhoi iddyn nhw</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <source>No account is connected</source>
        <translation>Nid oes cyfrif wedi&apos;i gysylltu</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Perchennog</translation>
    </message>
    <message>
        <source>The network let {other} in, not {handle}: {handle} still has to be connected again.</source>
        <translation>Gadawodd y rhwydwaith {other} i mewn, nid {handle}: mae angen cysylltu {handle} o hyd.</translation>
    </message>
    <message>
        <source>Who answers for {handle}?</source>
        <translation>Pwy sy&apos;n gyfrifol am {handle}?</translation>
    </message>
    <message>
        <source>{handle} is connected. {direct}</source>
        <translation>Mae {handle} wedi&apos;i gysylltu. {direct}</translation>
    </message>
    <message>
        <source>{handle} is disconnected.</source>
        <translation>Mae {handle} wedi&apos;i ddatgysylltu.</translation>
    </message>
    <message>
        <source>{handle}: {state}.</source>
        <translation>{handle}: {state}.</translation>
    </message>
    <message>
        <source>{name} answers for {handle} now.</source>
        <translation>{name} sy&apos;n gyfrifol am {handle} nawr.</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>A note for colleagues; it is never sent.</source>
        <translation>Nodyn i gydweithwyr; ni chaiff ei anfon byth.</translation>
    </message>
    <message>
        <source>A supervisor lowers a priority.</source>
        <translation>Goruchwyliwr sy&apos;n gostwng blaenoriaeth.</translation>
    </message>
    <message>
        <source>Add a note for colleagues; it is never sent (Ctrl+N)</source>
        <translation>Ychwanegu nodyn i gydweithwyr; ni chaiff ei anfon byth (Ctrl+N)</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Ychwanegu&apos;r nodyn</translation>
    </message>
    <message>
        <source>Address of the post (may be left empty)</source>
        <translation>Cyfeiriad y postiad (gellir ei adael yn wag)</translation>
    </message>
    <message>
        <source>Advice given</source>
        <translation>Cyngor a roddwyd</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Atebwyd</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Neilltuo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Become its owner (Ctrl+T)</source>
        <translation>Dod yn berchennog arni (Ctrl+T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Ei ganslo</translation>
    </message>
    <message>
        <source>Cancel “{title}” on {accounts}? It is not sent, now or later.</source>
        <translation>Canslo “{title}” ar {accounts}? Ni chaiff ei anfon, nawr nac yn nes ymlaen.</translation>
    </message>
    <message>
        <source>Cancelled. It was not sent.</source>
        <translation>Wedi&apos;i ganslo. Ni chafodd ei anfon.</translation>
    </message>
    <message>
        <source>Choose a new time for “{title}”. Its approval becomes void: a second person approves it again, on every account that does not have it yet.</source>
        <translation>Dewiswch amser newydd ar gyfer “{title}”. Daw ei gymeradwyaeth yn ddi-rym: bydd ail berson yn ei gymeradwyo eto, ar bob cyfrif nad yw&apos;r postiad arno eto.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Close conversation</source>
        <translation>Cau&apos;r sgwrs</translation>
    </message>
    <message>
        <source>Close it with a code (Ctrl+D)</source>
        <translation>Ei chau gyda chod (Ctrl+D)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Cod</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dyblygu</translation>
    </message>
    <message>
        <source>Hand it over to the contact centre (Ctrl+H)</source>
        <translation>Ei throsglwyddo i&apos;r ganolfan gyswllt (Ctrl+H)</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Trosglwyddo</translation>
    </message>
    <message>
        <source>Handed to the contact centre</source>
        <translation>Trosglwyddwyd i&apos;r ganolfan gyswllt</translation>
    </message>
    <message>
        <source>Hold all scheduled content? Nothing more goes out until each post is released.</source>
        <translation>Atal yr holl gynnwys sydd wedi&apos;i amserlennu? Nid â dim mwy allan nes rhyddhau pob postiad.</translation>
    </message>
    <message>
        <source>Hold everything</source>
        <translation>Atal popeth</translation>
    </message>
    <message>
        <source>How pressing is it?</source>
        <translation>Pa mor daer ydyw?</translation>
    </message>
    <message>
        <source>It stands at the highest priority.</source>
        <translation>Mae eisoes ar y flaenoriaeth uchaf.</translation>
    </message>
    <message>
        <source>It stands at the lowest priority.</source>
        <translation>Mae eisoes ar y flaenoriaeth isaf.</translation>
    </message>
    <message>
        <source>Judge it less pressing, with the reason</source>
        <translation>Barnu ei bod yn llai taer, gan roi&apos;r rheswm</translation>
    </message>
    <message>
        <source>Judge it more pressing (Ctrl+E)</source>
        <translation>Barnu ei bod yn fwy taer (Ctrl+E)</translation>
    </message>
    <message>
        <source>Keep holding</source>
        <translation>Dal i atal</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ei gadw</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation>Ei gadw fel y mae</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Cadw ar agor</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ei adael</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Gollwng</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>Codi&apos;r ataliad</translation>
    </message>
    <message>
        <source>Lift the hold? What is held stays held: release each post yourself.</source>
        <translation>Codi&apos;r ataliad? Mae&apos;r hyn a ataliwyd yn aros wedi&apos;i atal: rhyddhewch bob postiad eich hun.</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Gostwng</translation>
    </message>
    <message>
        <source>Make a colleague its owner (Ctrl+Shift+A)</source>
        <translation>Gwneud cydweithiwr yn berchennog arni (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>No action needed</source>
        <translation>Dim angen gweithredu</translation>
    </message>
    <message>
        <source>Nobody: put it into Unowned</source>
        <translation>Neb: ei rhoi yn Heb berchennog</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nodyn</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Perchennog</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Blaenoriaeth</translation>
    </message>
    <message>
        <source>Put it back into Unowned (Ctrl+T)</source>
        <translation>Ei rhoi&apos;n ôl yn Heb berchennog (Ctrl+T)</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Codi</translation>
    </message>
    <message>
        <source>Raise priority</source>
        <translation>Codi&apos;r flaenoriaeth</translation>
    </message>
    <message>
        <source>Re-THRIVE</source>
        <translation>Ail-THRIVE</translation>
    </message>
    <message>
        <source>Re-THRIVE: to which priority, and what changed?</source>
        <translation>Ail-THRIVE: i ba flaenoriaeth, a beth newidiodd?</translation>
    </message>
    <message>
        <source>Reason, for the record</source>
        <translation>Rheswm, ar gyfer y cofnod</translation>
    </message>
    <message>
        <source>Recorded: not posted. Choose a new time, or cancel it.</source>
        <translation>Cofnodwyd: heb ei bostio. Dewiswch amser newydd, neu canslwch ef.</translation>
    </message>
    <message>
        <source>Recorded: posted.</source>
        <translation>Cofnodwyd: wedi&apos;i bostio.</translation>
    </message>
    <message>
        <source>Recorded: removed by hand.</source>
        <translation>Cofnodwyd: wedi&apos;i ddileu â llaw.</translation>
    </message>
    <message>
        <source>Released. Its time has passed: choose a new time, or cancel it.</source>
        <translation>Rhyddhawyd. Mae ei amser wedi mynd heibio: dewiswch amser newydd, neu ei ganslo.</translation>
    </message>
    <message>
        <source>Released: it goes out at its time.</source>
        <translation>Rhyddhawyd: â allan ar ei amser.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Ailagor</translation>
    </message>
    <message>
        <source>Reopen it (Ctrl+D)</source>
        <translation>Ei hailagor (Ctrl+D)</translation>
    </message>
    <message>
        <source>Reopen it first.</source>
        <translation>Ailagorwch hi yn gyntaf.</translation>
    </message>
    <message>
        <source>Say why, in a few words: it is recorded.</source>
        <translation>Dywedwch pam, mewn ychydig eiriau: caiff ei gofnodi.</translation>
    </message>
    <message>
        <source>Say why: it is recorded.</source>
        <translation>Dywedwch pam: caiff ei gofnodi.</translation>
    </message>
    <message>
        <source>Spam or abuse</source>
        <translation>Sbam neu gamdriniaeth</translation>
    </message>
    <message>
        <source>Submit with this time</source>
        <translation>Cyflwyno gyda&apos;r amser hwn</translation>
    </message>
    <message>
        <source>Submitted with the new time. It goes out once it is approved again.</source>
        <translation>Cyflwynwyd gyda&apos;r amser newydd. Â allan ar ôl ei gymeradwyo eto.</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Cymryd</translation>
    </message>
    <message>
        <source>The hold is lifted. Release each held post yourself.</source>
        <translation>Codwyd yr ataliad. Rhyddhewch bob postiad a ataliwyd eich hun.</translation>
    </message>
    <message>
        <source>The networks are asked to remove it. Each result is shown on its page.</source>
        <translation>Gofynnir i&apos;r rhwydweithiau ei ddileu. Dangosir pob canlyniad ar ei dudalen.</translation>
    </message>
    <message>
        <source>What changed, and why the priority may be lowered</source>
        <translation>Beth newidiodd, a pham y gellir gostwng y flaenoriaeth</translation>
    </message>
    <message>
        <source>Who handles this conversation?</source>
        <translation>Pwy sy&apos;n trin y sgwrs hon?</translation>
    </message>
    <message>
        <source>Why is it closed?</source>
        <translation>Pam y caiff ei chau?</translation>
    </message>
    <message>
        <source>Why, in a few words: it is recorded.</source>
        <translation>Pam, mewn ychydig eiriau: caiff ei gofnodi.</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>Ei dynnu&apos;n ôl</translation>
    </message>
    <message>
        <source>Withdraw “{title}” from every network? What was not sent is cancelled. Our record stays.</source>
        <translation>Tynnu “{title}” yn ôl o bob rhwydwaith? Caiff yr hyn nas anfonwyd ei ganslo. Mae ein cofnod ni yn aros.</translation>
    </message>
    <message>
        <source>Yes, it is gone</source>
        <translation>Ydy, mae wedi mynd</translation>
    </message>
    <message>
        <source>Yes, it is not posted</source>
        <translation>Ydy, nid yw wedi&apos;i bostio</translation>
    </message>
    <message>
        <source>Yes, it is posted</source>
        <translation>Ydy, mae wedi&apos;i bostio</translation>
    </message>
    <message>
        <source>You looked, and this post is not on {account}? Nothing is sent by itself: it waits for a new time.</source>
        <translation>Fe edrychoch chi, ac nid yw&apos;r postiad hwn ar {account}? Nid anfonir dim ohono&apos;i hun: mae&apos;n aros am amser newydd.</translation>
    </message>
    <message>
        <source>You removed this post on {account} itself, and looked that it is gone?</source>
        <translation>Fe ddileoch chi&apos;r postiad hwn ar {account} ei hun, ac edrych ei fod wedi mynd?</translation>
    </message>
    <message>
        <source>You saw this post on {account}? It is then recorded as published, by your word.</source>
        <translation>Fe welsoch chi&apos;r postiad hwn ar {account}? Caiff ei gofnodi wedyn fel un a gyhoeddwyd, ar eich gair chi.</translation>
    </message>
    <message>
        <source>accept handovers</source>
        <translation>derbyn trosglwyddiadau</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>cymeradwyo</translation>
    </message>
    <message>
        <source>approve sensitive posts</source>
        <translation>cymeradwyo postiadau sensitif</translation>
    </message>
    <message>
        <source>close a life-at-risk conversation</source>
        <translation>cau sgwrs lle mae bywyd mewn perygl</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>drafftio</translation>
    </message>
    <message>
        <source>hand over</source>
        <translation>trosglwyddo</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>atal</translation>
    </message>
    <message>
        <source>lower a priority</source>
        <translation>gostwng blaenoriaeth</translation>
    </message>
    <message>
        <source>manage people, accounts and settings</source>
        <translation>rheoli pobl, cyfrifon a gosodiadau</translation>
    </message>
    <message>
        <source>read the audit</source>
        <translation>darllen yr archwiliad</translation>
    </message>
    <message>
        <source>read the inbox</source>
        <translation>darllen y mewnflwch</translation>
    </message>
    <message>
        <source>reassign</source>
        <translation>ailneilltuo</translation>
    </message>
    <message>
        <source>release</source>
        <translation>rhyddhau</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>ateb</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>amserlennu</translation>
    </message>
    <message>
        <source>submit</source>
        <translation>cyflwyno</translation>
    </message>
    <message>
        <source>triage</source>
        <translation>brysbennu</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>tynnu&apos;n ôl</translation>
    </message>
    <message>
        <source>{held} held. {gone} had already gone: see the list.</source>
        <translation>{held} wedi&apos;u hatal. Roedd {gone} eisoes wedi mynd: gweler y rhestr.</translation>
    </message>
    <message>
        <source>{role}s read the inbox and do not act in it.</source>
        <translation>{role}: mae&apos;r rôl hon yn darllen y mewnflwch ac nid yw&apos;n gweithredu ynddo.</translation>
    </message>
</context>
<context>
    <name>AddPerson</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Enw</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rôl</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Enw &amp;defnyddiwr</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ychwanegu</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Ychwanegu person</translation>
    </message>
    <message>
        <source>As colleagues know them, with their rank.</source>
        <translation>Fel y mae cydweithwyr yn eu hadnabod, gyda&apos;u rheng.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Enter the person&apos;s name.</source>
        <translation>Rhowch enw&apos;r person.</translation>
    </message>
    <message>
        <source>Enter the user name.</source>
        <translation>Rhowch yr enw defnyddiwr.</translation>
    </message>
    <message>
        <source>Tell them the password in person. They can change it themselves.</source>
        <translation>Dywedwch y cyfrinair wrthynt wyneb yn wyneb. Gallant ei newid eu hunain.</translation>
    </message>
    <message>
        <source>What they sign in with. It is in every record of what they do and never changes.</source>
        <translation>Â hwn y byddant yn mewngofnodi. Mae ym mhob cofnod o&apos;r hyn a wnânt ac nid yw byth yn newid.</translation>
    </message>
</context>
<context>
    <name>Alarm</name>
    <message>
        <source>Alarm</source>
        <translation>Larwm</translation>
    </message>
    <message>
        <source>Alarm, duty inspector</source>
        <translation>Larwm, arolygydd ar ddyletswydd</translation>
    </message>
    <message>
        <source>Alarm, phone now</source>
        <translation>Larwm, ffoniwch nawr</translation>
    </message>
    <message>
        <source>Blind for {age}</source>
        <translation>Yn ddall ers {age}</translation>
    </message>
    <message>
        <source>Control room: {number}</source>
        <translation>Ystafell reoli: {number}</translation>
    </message>
    <message>
        <source>For {age}</source>
        <translation>Ers {age}</translation>
    </message>
    <message>
        <source>Life at risk</source>
        <translation>Bywyd mewn perygl</translation>
    </message>
    <message>
        <source>No number of the control room is set: an administrator enters it in Settings.</source>
        <translation>Nid oes rhif ar gyfer yr ystafell reoli: gweinyddwr sy&apos;n ei roi yn y Gosodiadau.</translation>
    </message>
    <message>
        <source>Nobody has accepted the handover about {who}, received {time}. Call the control room.</source>
        <translation>Nid oes neb wedi derbyn y trosglwyddiad am {who}, a ddaeth i law am {time}. Ffoniwch yr ystafell reoli.</translation>
    </message>
    <message>
        <source>Nobody has been publishing or collecting since {time}. Start Blue Lamp on the computer that does.</source>
        <translation>Nid oes neb wedi bod yn cyhoeddi nac yn casglu ers {time}. Dechreuwch Blue Lamp ar y cyfrifiadur sy&apos;n gwneud hynny.</translation>
    </message>
    <message>
        <source>Not handed over yet: open it and hand it over now</source>
        <translation>Heb ei throsglwyddo eto: agorwch hi a&apos;i throsglwyddo nawr</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hysbysiad</translation>
    </message>
    <message>
        <source>Post for {handle}, due {time}</source>
        <translation>Postiad ar gyfer {handle}, i fod i fynd {time}</translation>
    </message>
    <message>
        <source>Reply for {handle}, due {time}</source>
        <translation>Ateb ar gyfer {handle}, i fod i fynd {time}</translation>
    </message>
    <message>
        <source>Seen by {name} at {time}</source>
        <translation>Gwelwyd gan {name} am {time}</translation>
    </message>
    <message>
        <source>The control room rejected it ({reason}): call, or hand it over again</source>
        <translation>Gwrthododd yr ystafell reoli hi ({reason}): ffoniwch, neu trosglwyddwch hi eto</translation>
    </message>
    <message>
        <source>The handover about {who} is not delivered: {why}. Call the control room.</source>
        <translation>Nid yw&apos;r trosglwyddiad am {who} wedi&apos;i ddanfon: {why}. Ffoniwch yr ystafell reoli.</translation>
    </message>
    <message>
        <source>This alarm has just risen. Read it again.</source>
        <translation>Mae&apos;r larwm hwn newydd godi. Darllenwch ef eto.</translation>
    </message>
    <message>
        <source>This alarm is over: its cause is gone.</source>
        <translation>Mae&apos;r larwm hwn ar ben: mae ei achos wedi mynd.</translation>
    </message>
    <message>
        <source>complete to {time}</source>
        <translation>yn gyflawn hyd {time}</translation>
    </message>
    <message>
        <source>never read yet</source>
        <translation>heb ei ddarllen erioed</translation>
    </message>
    <message>
        <source>the routes have not answered yet</source>
        <translation>nid yw&apos;r llwybrau wedi ateb eto</translation>
    </message>
    <message>
        <source>{age} past its time</source>
        <translation>{age} ar ôl ei amser</translation>
    </message>
    <message>
        <source>{age} since it was handed over</source>
        <translation>{age} ers ei throsglwyddo</translation>
    </message>
    <message>
        <source>{age} since the network received it</source>
        <translation>{age} ers i&apos;r rhwydwaith ei derbyn</translation>
    </message>
    <message>
        <source>{call_now}, then the duty inspector</source>
        <translation>{call_now}, yna&apos;r arolygydd ar ddyletswydd</translation>
    </message>
    <message>
        <source>{call_now}. The handover about {who} is not delivered: {why}.</source>
        <translation>{call_now}. Nid yw&apos;r trosglwyddiad am {who} wedi&apos;i ddanfon: {why}.</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} d {hours} awr</translation>
    </message>
    <message>
        <source>{handle} is blind since {time}: {complete}. Connect it again.</source>
        <translation>Mae {handle} yn ddall ers {time}: {complete}. Cysylltwch ef eto.</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02} min</source>
        <translation>{hours} awr {minutes:02} mun</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02} s</source>
        <translation>{minutes} mun {seconds:02} eil</translation>
    </message>
    <message>
        <source>{opening}. Nobody has accepted the handover about {who}, received {time}.</source>
        <translation>{opening}. Nid oes neb wedi derbyn y trosglwyddiad am {who}, a ddaeth i law am {time}.</translation>
    </message>
    <message>
        <source>{opening}. Nobody has opened it: {where}</source>
        <translation>{opening}. Nid oes neb wedi&apos;i hagor: {where}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} eil</translation>
    </message>
    <message>
        <source>{time} on {day}</source>
        <translation>{time} ar {day}</translation>
    </message>
    <message>
        <source>{what}: check the account and say whether it was posted.</source>
        <translation>{what}: edrychwch ar y cyfrif a dywedwch a gafodd ei bostio.</translation>
    </message>
    <message>
        <source>{what}: it could not be published. {reason}</source>
        <translation>{what}: ni ellid ei gyhoeddi. {reason}</translation>
    </message>
    <message>
        <source>{what}: it is late and Blue Lamp keeps trying. {reason}</source>
        <translation>{what}: mae&apos;n hwyr ac mae Blue Lamp yn dal i geisio. {reason}</translation>
    </message>
    <message>
        <source>{what}: its time has passed and it was not sent. Choose a new time.</source>
        <translation>{what}: mae ei amser wedi mynd heibio ac ni chafodd ei anfon. Dewiswch amser newydd.</translation>
    </message>
    <message>
        <source>{who} to {account}, received {time} on {day}, reached Blue Lamp {late} later.</source>
        <translation>{who} at {account}, derbyniwyd {time} ar {day}, cyrhaeddodd Blue Lamp {late} yn ddiweddarach.</translation>
    </message>
    <message>
        <source>{who} to {account}, received {time} on {day}.</source>
        <translation>{who} at {account}, derbyniwyd {time} ar {day}.</translation>
    </message>
</context>
<context>
    <name>AlarmBar</name>
    <message>
        <source>Alarms cannot be read: {reason}</source>
        <translation>Ni ellir darllen y larymau: {reason}</translation>
    </message>
    <message>
        <source>All standing alarms</source>
        <translation>Pob larwm sy&apos;n sefyll</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Hide the others</source>
        <translation>Cuddio&apos;r lleill</translation>
    </message>
    <message>
        <source>Log the call</source>
        <translation>Cofnodi&apos;r alwad</translation>
    </message>
    <message>
        <source>Name of who answered</source>
        <translation>Enw&apos;r sawl a atebodd</translation>
    </message>
    <message>
        <source>Name the person who took it on: a handover is accepted by somebody.</source>
        <translation>Enwch y person a&apos;i cymerodd: rhywun sy&apos;n derbyn trosglwyddiad.</translation>
    </message>
    <message>
        <source>No sound here</source>
        <translation>Dim sain yma</translation>
    </message>
    <message>
        <source>The call is logged: the handover is accepted.</source>
        <translation>Cofnodwyd yr alwad: mae&apos;r trosglwyddiad wedi&apos;i dderbyn.</translation>
    </message>
    <message>
        <source>Who in the control room took it on by phone, and when? {about}</source>
        <translation>Pwy yn yr ystafell reoli a&apos;i cymerodd dros y ffôn, a phryd? {about}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>a {count} arall</translation>
    </message>
</context>
<context>
    <name>AlarmLine</name>
    <message>
        <source>I have seen this</source>
        <translation>Rwyf wedi gweld hwn</translation>
    </message>
    <message>
        <source>Log a phone call</source>
        <translation>Cofnodi galwad ffôn</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Agor</translation>
    </message>
    <message>
        <source>Silence it until it rises; it stays here until its cause is gone</source>
        <translation>Ei dawelu nes iddo godi; mae&apos;n aros yma nes bod ei achos wedi mynd</translation>
    </message>
    <message>
        <source>Your role does not hand over: tell who is on duty.</source>
        <translation>Nid yw eich rôl yn trosglwyddo: dywedwch wrth bwy bynnag sydd ar ddyletswydd.</translation>
    </message>
    <message>
        <source>Your role reads alarms and does not answer them.</source>
        <translation>Mae eich rôl yn darllen larymau ac nid yw&apos;n eu hateb.</translation>
    </message>
</context>
<context>
    <name>AlarmList</name>
    <message>
        <source>Other alarms</source>
        <translation>Larymau eraill</translation>
    </message>
    <message>
        <source>and {count} more, less urgent: they move up as these are dealt with</source>
        <translation>a {count} arall, llai taer: maent yn symud i fyny wrth i&apos;r rhain gael eu trin</translation>
    </message>
</context>
<context>
    <name>AlarmSound</name>
    <message>
        <source>No sound came out: check the loudspeaker and the sound settings.</source>
        <translation>Ni ddaeth sain: gwiriwch yr uchelseinydd a&apos;r gosodiadau sain.</translation>
    </message>
    <message>
        <source>This computer has no program to play a sound (paplay, pw-play or aplay). Install one of them.</source>
        <translation>Nid oes gan y cyfrifiadur hwn raglen i chwarae sain (paplay, pw-play neu aplay). Gosodwch un ohonynt.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Blue Lamp cannot open</source>
        <translation>Ni all Blue Lamp agor</translation>
    </message>
    <message>
        <source>Blue Lamp is already open on this data. Look for its window; a second one is not needed.</source>
        <translation>Mae Blue Lamp eisoes ar agor ar y data hyn. Chwiliwch am ei ffenestr; nid oes angen ail un.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Nobody is publishing yet</source>
        <translation>Nid oes neb yn cyhoeddi eto</translation>
    </message>
    <message>
        <source>Opening the workspace...</source>
        <translation>Yn agor y gweithle...</translation>
    </message>
    <message>
        <source>This window publishes and collects, since {time}</source>
        <translation>Mae&apos;r ffenestr hon yn cyhoeddi ac yn casglu, ers {time}</translation>
    </message>
    <message>
        <source>Your account was changed. Sign in again.</source>
        <translation>Newidiwyd eich cyfrif. Mewngofnodwch eto.</translation>
    </message>
</context>
<context>
    <name>Approval</name>
    <message>
        <source>All scheduled content is held.</source>
        <translation>Mae&apos;r holl gynnwys sydd wedi&apos;i amserlennu wedi&apos;i atal.</translation>
    </message>
    <message>
        <source>Answer first whether this post is on the account: posted, or not posted.</source>
        <translation>Atebwch yn gyntaf a yw&apos;r postiad hwn ar y cyfrif: wedi&apos;i bostio, neu heb ei bostio.</translation>
    </message>
    <message>
        <source>Approval expired: scheduled time has passed. Choose a new time.</source>
        <translation>Daeth y gymeradwyaeth i ben: mae&apos;r amser a drefnwyd wedi mynd heibio. Dewiswch amser newydd.</translation>
    </message>
    <message>
        <source>Nothing of this post waits to go out. Look at its page, or write a new one.</source>
        <translation>Nid oes dim o&apos;r postiad hwn yn aros i fynd allan. Edrychwch ar ei dudalen, neu ysgrifennwch un newydd.</translation>
    </message>
    <message>
        <source>Say what should change, so that the author can change it.</source>
        <translation>Dywedwch beth ddylai newid, fel y gall yr awdur ei newid.</translation>
    </message>
    <message>
        <source>Somebody else wrote this post: only they or a comms officer may change it.</source>
        <translation>Rhywun arall a ysgrifennodd y postiad hwn: dim ond nhw neu swyddog cyfathrebu all ei newid.</translation>
    </message>
    <message>
        <source>The post was edited.</source>
        <translation>Golygwyd y postiad.</translation>
    </message>
    <message>
        <source>The post was given another time.</source>
        <translation>Rhoddwyd amser arall i&apos;r postiad.</translation>
    </message>
    <message>
        <source>This class of post is approved by a head of comms.</source>
        <translation>Pennaeth cyfathrebu sy&apos;n cymeradwyo&apos;r math hwn o bostiad.</translation>
    </message>
    <message>
        <source>This post changed while you were reading it. Read it again before you decide.</source>
        <translation>Newidiodd y postiad hwn wrth i chi ei ddarllen. Darllenwch ef eto cyn penderfynu.</translation>
    </message>
    <message>
        <source>This post does not wait for approval. Look at it again.</source>
        <translation>Nid yw&apos;r postiad hwn yn aros am gymeradwyaeth. Edrychwch arno eto.</translation>
    </message>
    <message>
        <source>This post is approved. Cancel or withdraw it instead.</source>
        <translation>Mae&apos;r postiad hwn wedi&apos;i gymeradwyo. Canslwch ef neu tynnwch ef yn ôl yn lle hynny.</translation>
    </message>
    <message>
        <source>This post is being sent right now. Wait until it has gone; then withdraw it if need be.</source>
        <translation>Mae&apos;r postiad hwn yn cael ei anfon ar hyn o bryd. Arhoswch nes iddo fynd; yna tynnwch ef yn ôl os oes angen.</translation>
    </message>
    <message>
        <source>This post is not in this workspace.</source>
        <translation>Nid yw&apos;r postiad hwn yn y gweithle hwn.</translation>
    </message>
    <message>
        <source>This post is published. Withdraw it, and write a new one.</source>
        <translation>Mae&apos;r postiad hwn wedi&apos;i gyhoeddi. Tynnwch ef yn ôl, ac ysgrifennwch un newydd.</translation>
    </message>
    <message>
        <source>This post is submitted already. Edit it to change it.</source>
        <translation>Mae&apos;r postiad hwn eisoes wedi&apos;i gyflwyno. Golygwch ef i&apos;w newid.</translation>
    </message>
    <message>
        <source>This post was discarded. Copy what you need into a new one.</source>
        <translation>Cafodd y postiad hwn ei daflu. Copïwch yr hyn sydd ei angen arnoch i un newydd.</translation>
    </message>
    <message>
        <source>You wrote this post: somebody else must approve it.</source>
        <translation>Chi a ysgrifennodd y postiad hwn: rhaid i rywun arall ei gymeradwyo.</translation>
    </message>
    <message>
        <source>Your role does not approve posts.</source>
        <translation>Nid yw eich rôl yn cymeradwyo postiadau.</translation>
    </message>
    <message>
        <source>{handle} has this post already. Take that account out, or withdraw the post first.</source>
        <translation>Mae&apos;r postiad hwn ar {handle} eisoes. Tynnwch y cyfrif hwnnw allan, neu tynnwch y postiad yn ôl yn gyntaf.</translation>
    </message>
</context>
<context>
    <name>ApprovalsScreen</name>
    <message>
        <source>A post appears here as soon as somebody submits it.</source>
        <translation>Mae postiad yn ymddangos yma cyn gynted ag y bydd rhywun yn ei gyflwyno.</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Cymeradwyo</translation>
    </message>
    <message>
        <source>Approve and schedule</source>
        <translation>Cymeradwyo ac amserlennu</translation>
    </message>
    <message>
        <source>Approve exactly what is shown (Ctrl+Return)</source>
        <translation>Cymeradwyo&apos;n union yr hyn a ddangosir (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Approved: “{title}”. {when}</source>
        <translation>Cymeradwywyd: “{title}”. {when}</translation>
    </message>
    <message>
        <source>By {name}</source>
        <translation>Gan {name}</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Sylw</translation>
    </message>
    <message>
        <source>Comment: needed to return the post, kept with an approval</source>
        <translation>Sylw: mae ei angen i ddychwelyd y postiad, a&apos;i gadw gyda chymeradwyaeth</translation>
    </message>
    <message>
        <source>Nothing waits for approval</source>
        <translation>Nid oes dim yn aros am gymeradwyaeth</translation>
    </message>
    <message>
        <source>Return it to its author with your comment (Ctrl+R)</source>
        <translation>Ei ddychwelyd at ei awdur gyda&apos;ch sylw (Ctrl+R)</translation>
    </message>
    <message>
        <source>Return with changes</source>
        <translation>Dychwelyd gyda newidiadau</translation>
    </message>
    <message>
        <source>Returned to its author: “{title}”.</source>
        <translation>Dychwelwyd at ei awdur: “{title}”.</translation>
    </message>
    <message>
        <source>Say what should change: the author sees your comment.</source>
        <translation>Dywedwch beth ddylai newid: mae&apos;r awdur yn gweld eich sylw.</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Yn aros am gymeradwyaeth</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Eich un chi</translation>
    </message>
</context>
<context>
    <name>Attempt</name>
    <message>
        <source>Asked for its removal</source>
        <translation>Gofynnwyd am ei ddileu</translation>
    </message>
    <message>
        <source>Asked the network to publish it</source>
        <translation>Gofynnwyd i&apos;r rhwydwaith ei gyhoeddi</translation>
    </message>
    <message>
        <source>Read the account</source>
        <translation>Darllenwyd y cyfrif</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>nid yw yno</translation>
    </message>
    <message>
        <source>it is there</source>
        <translation>mae yno</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>dim ateb eto</translation>
    </message>
    <message>
        <source>the answer was lost</source>
        <translation>collwyd yr ateb</translation>
    </message>
    <message>
        <source>the network confirmed it</source>
        <translation>cadarnhaodd y rhwydwaith ef</translation>
    </message>
    <message>
        <source>the network did not take it</source>
        <translation>ni chymerodd y rhwydwaith ef</translation>
    </message>
    <message>
        <source>the network said no</source>
        <translation>gwrthododd y rhwydwaith</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>(none)</source>
        <translation>(dim)</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cyfrif</translation>
    </message>
    <message>
        <source>Account connected</source>
        <translation>Cysylltwyd cyfrif</translation>
    </message>
    <message>
        <source>Account connected again</source>
        <translation>Cysylltwyd cyfrif eto</translation>
    </message>
    <message>
        <source>Account disconnected</source>
        <translation>Datgysylltwyd cyfrif</translation>
    </message>
    <message>
        <source>Account given to an owner</source>
        <translation>Rhoddwyd cyfrif i berchennog</translation>
    </message>
    <message>
        <source>Account sees again</source>
        <translation>Mae&apos;r cyfrif yn gweld eto</translation>
    </message>
    <message>
        <source>Account went blind</source>
        <translation>Aeth y cyfrif yn ddall</translation>
    </message>
    <message>
        <source>Administrator&apos;s password set from the console</source>
        <translation>Cyfrinair gweinyddwr wedi&apos;i osod o&apos;r consol</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Larwm</translation>
    </message>
    <message>
        <source>Alarm acknowledged</source>
        <translation>Cydnabuwyd y larwm</translation>
    </message>
    <message>
        <source>Alarm cleared</source>
        <translation>Cliriwyd y larwm</translation>
    </message>
    <message>
        <source>Alarm escalated</source>
        <translation>Uwchgyfeiriwyd y larwm</translation>
    </message>
    <message>
        <source>Alarm raised</source>
        <translation>Codwyd larwm</translation>
    </message>
    <message>
        <source>All scheduled content held</source>
        <translation>Ataliwyd yr holl gynnwys wedi&apos;i amserlennu</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Cymeradwyaeth</translation>
    </message>
    <message>
        <source>Approval made void</source>
        <translation>Gwnaed y gymeradwyaeth yn ddi-rym</translation>
    </message>
    <message>
        <source>Audit exported</source>
        <translation>Allforiwyd yr archwiliad</translation>
    </message>
    <message>
        <source>Audit read</source>
        <translation>Darllenwyd yr archwiliad</translation>
    </message>
    <message>
        <source>Audit verified</source>
        <translation>Gwiriwyd yr archwiliad</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Sgwrs</translation>
    </message>
    <message>
        <source>Conversation assigned</source>
        <translation>Neilltuwyd sgwrs</translation>
    </message>
    <message>
        <source>Conversation closed</source>
        <translation>Caewyd sgwrs</translation>
    </message>
    <message>
        <source>Conversation left for later</source>
        <translation>Gadawyd sgwrs am y tro</translation>
    </message>
    <message>
        <source>Conversation let go</source>
        <translation>Gollyngwyd sgwrs</translation>
    </message>
    <message>
        <source>Conversation reopened</source>
        <translation>Ailagorwyd sgwrs</translation>
    </message>
    <message>
        <source>Conversation taken</source>
        <translation>Cymerwyd sgwrs</translation>
    </message>
    <message>
        <source>Draft begun</source>
        <translation>Dechreuwyd drafft</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Cadwyd drafft</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Peiriant</translation>
    </message>
    <message>
        <source>Engine started</source>
        <translation>Dechreuodd y peiriant</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Stopiodd y peiriant</translation>
    </message>
    <message>
        <source>Force set up</source>
        <translation>Sefydlwyd yr heddlu</translation>
    </message>
    <message>
        <source>Handed over to the contact centre</source>
        <translation>Trosglwyddwyd i&apos;r ganolfan gyswllt</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Trosglwyddiad</translation>
    </message>
    <message>
        <source>Handover accepted</source>
        <translation>Derbyniwyd y trosglwyddiad</translation>
    </message>
    <message>
        <source>Handover closed</source>
        <translation>Caewyd y trosglwyddiad</translation>
    </message>
    <message>
        <source>Handover delivered (not yet accepted)</source>
        <translation>Danfonwyd y trosglwyddiad (heb ei dderbyn eto)</translation>
    </message>
    <message>
        <source>Handover not delivered</source>
        <translation>Ni ddanfonwyd y trosglwyddiad</translation>
    </message>
    <message>
        <source>Handover not yet accepted</source>
        <translation>Ni dderbyniwyd y trosglwyddiad eto</translation>
    </message>
    <message>
        <source>Handover rejected</source>
        <translation>Gwrthodwyd y trosglwyddiad</translation>
    </message>
    <message>
        <source>Handover sent again</source>
        <translation>Anfonwyd y trosglwyddiad eto</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Ataliad</translation>
    </message>
    <message>
        <source>Hold lifted</source>
        <translation>Codwyd yr ataliad</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Delwedd</translation>
    </message>
    <message>
        <source>Image added</source>
        <translation>Ychwanegwyd delwedd</translation>
    </message>
    <message>
        <source>Incident reference recorded</source>
        <translation>Cofnodwyd cyfeirnod y digwyddiad</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Neges</translation>
    </message>
    <message>
        <source>Message collected</source>
        <translation>Casglwyd neges</translation>
    </message>
    <message>
        <source>Messages read</source>
        <translation>Darllenwyd negeseuon</translation>
    </message>
    <message>
        <source>Not withdrawn: the network refused</source>
        <translation>Heb ei dynnu&apos;n ôl: gwrthododd y rhwydwaith</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>Ychwanegwyd nodyn</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Newidiwyd y cyfrinair</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>Ychwanegwyd person</translation>
    </message>
    <message>
        <source>Person deactivated</source>
        <translation>Dadactifadwyd person</translation>
    </message>
    <message>
        <source>Person let back in</source>
        <translation>Person wedi&apos;i adael yn ôl i mewn</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Postiad</translation>
    </message>
    <message>
        <source>Post approved</source>
        <translation>Cymeradwywyd y postiad</translation>
    </message>
    <message>
        <source>Post discarded</source>
        <translation>Taflwyd y postiad</translation>
    </message>
    <message>
        <source>Post moved to another time</source>
        <translation>Symudwyd y postiad i amser arall</translation>
    </message>
    <message>
        <source>Post returned with changes</source>
        <translation>Dychwelwyd y postiad gyda newidiadau</translation>
    </message>
    <message>
        <source>Post submitted</source>
        <translation>Cyflwynwyd y postiad</translation>
    </message>
    <message>
        <source>Post taken back to edit</source>
        <translation>Cymerwyd y postiad yn ôl i&apos;w olygu</translation>
    </message>
    <message>
        <source>Post withdrawn</source>
        <translation>Tynnwyd y postiad yn ôl</translation>
    </message>
    <message>
        <source>Priority lowered</source>
        <translation>Gostyngwyd y flaenoriaeth</translation>
    </message>
    <message>
        <source>Priority raised</source>
        <translation>Codwyd y flaenoriaeth</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Cyhoeddiad</translation>
    </message>
    <message>
        <source>Publication scheduled</source>
        <translation>Amserlennwyd y cyhoeddiad</translation>
    </message>
    <message>
        <source>Publication: {state}</source>
        <translation>Cyhoeddiad: {state}</translation>
    </message>
    <message>
        <source>Reply written</source>
        <translation>Ysgrifennwyd ateb</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Newidiwyd y rôl</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Gosodiad</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Newidiwyd gosodiad</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Gosodiadau</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Mewngofnodwyd</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Allgofnodwyd</translation>
    </message>
    <message>
        <source>The audit</source>
        <translation>Yr archwiliad</translation>
    </message>
    <message>
        <source>The force</source>
        <translation>Yr heddlu</translation>
    </message>
    <message>
        <source>Workstation locked</source>
        <translation>Clowyd y weithfan</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>Cyfrinair anghywir</translation>
    </message>
    <message>
        <source>Your role has changed since you signed in. Sign out and sign in again.</source>
        <translation>Mae eich rôl wedi newid ers ichi fewngofnodi. Allgofnodwch a mewngofnodwch eto.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>na</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ie</translation>
    </message>
    <message>
        <source>{kind}: anything</source>
        <translation>{kind}: unrhyw beth</translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>Audit</source>
        <translation>Archwiliad</translation>
    </message>
    <message>
        <source>Choose other filters, or “Show all”.</source>
        <translation>Dewiswch hidlyddion eraill, neu “Dangos y cyfan”.</translation>
    </message>
    <message>
        <source>Entries {newest} to {oldest}; {total} match</source>
        <translation>Cofnodion {newest} i {oldest}; mae {total} yn cyfateb</translation>
    </message>
    <message>
        <source>Export the entries</source>
        <translation>Allforio&apos;r cofnodion</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Allforio…</translation>
    </message>
    <message>
        <source>Newer</source>
        <translation>Diweddarach</translation>
    </message>
    <message>
        <source>No entry is like this</source>
        <translation>Nid oes cofnod fel hwn</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Cynharach</translation>
    </message>
    <message>
        <source>Reading, exporting and verifying the audit are recorded too.</source>
        <translation>Cofnodir darllen, allforio a gwirio&apos;r archwiliad hefyd.</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabl (*.csv)</translation>
    </message>
    <message>
        <source>The chain is broken: this record was changed. Tell the professional standards department now, and change nothing on this computer.</source>
        <translation>Mae&apos;r gadwyn wedi&apos;i thorri: newidiwyd y cofnod hwn. Dywedwch wrth yr adran safonau proffesiynol nawr, a pheidiwch â newid dim ar y cyfrifiadur hwn.</translation>
    </message>
    <message>
        <source>The chain is whole: {number} entries, none changed, removed or put in another order. The newest entry&apos;s hash begins {head}.</source>
        <translation>Mae&apos;r gadwyn yn gyfan: {number} o gofnodion, heb yr un wedi&apos;i newid, ei dynnu na&apos;i roi mewn trefn arall. Mae hash y cofnod diweddaraf yn dechrau {head}.</translation>
    </message>
    <message>
        <source>Verify the chain</source>
        <translation>Gwirio&apos;r gadwyn</translation>
    </message>
    <message>
        <source>Verifying: looking at the first entries…</source>
        <translation>Yn gwirio: yn edrych ar y cofnodion cyntaf…</translation>
    </message>
    <message>
        <source>Verifying: {number} entries looked at…</source>
        <translation>Yn gwirio: edrychwyd ar {number} o gofnodion…</translation>
    </message>
    <message>
        <source>{number} entries are written to {file}. The export is recorded with the file&apos;s SHA-256.</source>
        <translation>Ysgrifennwyd {number} o gofnodion i {file}. Cofnodir yr allforio gyda SHA-256 y ffeil.</translation>
    </message>
    <message>
        <source>•  and {number} more</source>
        <translation>•  a {number} arall</translation>
    </message>
</context>
<context>
    <name>Bluesky</name>
    <message>
        <source>An image is over Bluesky&apos;s 2 MB. Use a smaller one.</source>
        <translation>Mae delwedd dros 2 MB Bluesky. Defnyddiwch un lai.</translation>
    </message>
    <message>
        <source>Another post already stands in this one&apos;s place on Bluesky. Look at the account before posting.</source>
        <translation>Mae postiad arall eisoes yn lle hwn ar Bluesky. Edrychwch ar y cyfrif cyn postio.</translation>
    </message>
    <message>
        <source>Bluesky asks for a code by e-mail because this is the account&apos;s own password. Use an app password: in Bluesky, open Settings, Privacy and security, App passwords.</source>
        <translation>Mae Bluesky yn gofyn am god drwy e-bost am mai cyfrinair y cyfrif ei hun yw hwn. Defnyddiwch gyfrinair ap: yn Bluesky, agorwch Settings, Privacy and security, App passwords.</translation>
    </message>
    <message>
        <source>Bluesky cannot take a direct message back from the person who received it.</source>
        <translation>Ni all Bluesky gymryd neges uniongyrchol yn ôl oddi wrth y sawl a&apos;i derbyniodd.</translation>
    </message>
    <message>
        <source>Bluesky did not accept the handle or the app password. Check both and try again.</source>
        <translation>Ni dderbyniodd Bluesky yr enw cyfrif na&apos;r cyfrinair ap. Gwiriwch y ddau a rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>Bluesky has taken this account down. Appeal to Bluesky, then connect it again.</source>
        <translation>Mae Bluesky wedi tynnu&apos;r cyfrif hwn i lawr. Apeliwch at Bluesky, yna cysylltwch ef eto.</translation>
    </message>
    <message>
        <source>Bluesky no longer accepts this account&apos;s app password: it was revoked or the password was changed. Make a new app password in Bluesky and connect the account again.</source>
        <translation>Nid yw Bluesky yn derbyn cyfrinair ap y cyfrif hwn mwyach: cafodd ei ddirymu neu newidiwyd y cyfrinair. Gwnewch gyfrinair ap newydd yn Bluesky a chysylltwch y cyfrif eto.</translation>
    </message>
    <message>
        <source>Bluesky refused: {message}</source>
        <translation>Gwrthododd Bluesky: {message}</translation>
    </message>
    <message>
        <source>Bluesky takes {most} images in a post. Take some out.</source>
        <translation>Mae Bluesky yn cymryd {most} delwedd mewn postiad. Tynnwch rai allan.</translation>
    </message>
    <message>
        <source>Bluesky&apos;s answer does not name the message it sent.</source>
        <translation>Nid yw ateb Bluesky yn enwi&apos;r neges a anfonodd.</translation>
    </message>
    <message>
        <source>Bluesky&apos;s answer does not name the post it made.</source>
        <translation>Nid yw ateb Bluesky yn enwi&apos;r postiad a wnaeth.</translation>
    </message>
    <message>
        <source>Bluesky&apos;s answer lacks the version of the post that is answered.</source>
        <translation>Mae fersiwn y postiad a atebir yn eisiau yn ateb Bluesky.</translation>
    </message>
    <message>
        <source>Bluesky&apos;s answer lacks “{name}”.</source>
        <translation>Mae “{name}” yn eisiau yn ateb Bluesky.</translation>
    </message>
    <message>
        <source>Bluesky&apos;s direct messages cannot carry images. Take the images out of the reply.</source>
        <translation>Ni all negeseuon uniongyrchol Bluesky gario delweddau. Tynnwch y delweddau o&apos;r ateb.</translation>
    </message>
    <message>
        <source>Bluesky&apos;s direct messages could not be read.</source>
        <translation>Ni ellid darllen negeseuon uniongyrchol Bluesky.</translation>
    </message>
    <message>
        <source>Bluesky&apos;s list of direct messages could not be read.</source>
        <translation>Ni ellid darllen rhestr negeseuon uniongyrchol Bluesky.</translation>
    </message>
    <message>
        <source>Bluesky&apos;s list of notifications could not be read.</source>
        <translation>Ni ellid darllen rhestr hysbysiadau Bluesky.</translation>
    </message>
    <message>
        <source>Check the address and your connection. For most Bluesky accounts it is bsky.social.</source>
        <translation>Gwiriwch y cyfeiriad a&apos;ch cysylltiad. Ar gyfer y rhan fwyaf o gyfrifon Bluesky, bsky.social ydyw.</translation>
    </message>
    <message>
        <source>Direct messages could not be read. {reason}</source>
        <translation>Ni ellid darllen negeseuon uniongyrchol. {reason}</translation>
    </message>
    <message>
        <source>The image is too large for this Bluesky server. Use a smaller one.</source>
        <translation>Mae&apos;r ddelwedd yn rhy fawr i&apos;r gweinydd Bluesky hwn. Defnyddiwch un lai.</translation>
    </message>
    <message>
        <source>The message that is answered is not a Bluesky post.</source>
        <translation>Nid postiad Bluesky yw&apos;r neges a atebir.</translation>
    </message>
    <message>
        <source>The post that is answered is no longer on Bluesky. The reply was not sent.</source>
        <translation>Nid yw&apos;r postiad a atebir ar Bluesky mwyach. Ni anfonwyd yr ateb.</translation>
    </message>
    <message>
        <source>The text has {count} characters and Bluesky takes {most}. Shorten it.</source>
        <translation>Mae gan y testun {count} o nodau ac mae Bluesky yn cymryd {most}. Byrhewch ef.</translation>
    </message>
    <message>
        <source>The text takes {used} bytes and Bluesky takes {most}. Use fewer emoji or shorten it.</source>
        <translation>Mae&apos;r testun yn cymryd {used} beit ac mae Bluesky yn cymryd {most}. Defnyddiwch lai o emoji neu byrhewch ef.</translation>
    </message>
    <message>
        <source>This Bluesky account is deactivated. Reactivate it in Bluesky, then connect it again.</source>
        <translation>Mae&apos;r cyfrif Bluesky hwn wedi&apos;i ddadactifadu. Ailactifadwch ef yn Bluesky, yna cysylltwch ef eto.</translation>
    </message>
    <message>
        <source>This Bluesky server does not know that request.</source>
        <translation>Nid yw&apos;r gweinydd Bluesky hwn yn adnabod y cais hwnnw.</translation>
    </message>
    <message>
        <source>This app password cannot read direct messages, so they do not reach the inbox. To have them, make an app password with “Allow access to your direct messages” ticked and connect the account again.</source>
        <translation>Ni all y cyfrinair ap hwn ddarllen negeseuon uniongyrchol, felly nid ydynt yn cyrraedd y mewnflwch. I&apos;w cael, gwnewch gyfrinair ap gyda “Allow access to your direct messages” wedi&apos;i dicio a chysylltwch y cyfrif eto.</translation>
    </message>
    <message>
        <source>This app password does not allow direct messages.</source>
        <translation>Nid yw&apos;r cyfrinair ap hwn yn caniatáu negeseuon uniongyrchol.</translation>
    </message>
    <message>
        <source>This is the account&apos;s own password. Make an app password in Bluesky (Settings, Privacy and security, App passwords) and use that: it can be revoked by itself.</source>
        <translation>Cyfrinair y cyfrif ei hun yw hwn. Gwnewch gyfrinair ap yn Bluesky (Settings, Privacy and security, App passwords) a defnyddiwch hwnnw: gellir ei ddirymu ar ei ben ei hun.</translation>
    </message>
    <message>
        <source>This post belongs to another Bluesky account, so this account cannot remove it.</source>
        <translation>Mae&apos;r postiad hwn yn perthyn i gyfrif Bluesky arall, felly ni all y cyfrif hwn ei ddileu.</translation>
    </message>
    <message>
        <source>{host} did not answer as a Bluesky server does (HTTP {status}).</source>
        <translation>Ni atebodd {host} fel y mae gweinydd Bluesky yn ei wneud (HTTP {status}).</translation>
    </message>
    <message>
        <source>{host} did not answer as a Bluesky server does.</source>
        <translation>Ni atebodd {host} fel y mae gweinydd Bluesky yn ei wneud.</translation>
    </message>
    <message>
        <source>{host} is not a Bluesky server. {hint}</source>
        <translation>Nid gweinydd Bluesky yw {host}. {hint}</translation>
    </message>
    <message>
        <source>“{server}” is not a secure address. Type it with https:// in front.</source>
        <translation>Nid yw “{server}” yn gyfeiriad diogel. Teipiwch ef gyda https:// o&apos;i flaen.</translation>
    </message>
    <message>
        <source>“{server}” is not a server&apos;s address. For most Bluesky accounts it is bsky.social.</source>
        <translation>Nid yw “{server}” yn gyfeiriad gweinydd. Ar gyfer y rhan fwyaf o gyfrifon Bluesky, bsky.social ydyw.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Calendar</source>
        <translation>Calendr</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} arall</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Waits for approval</source>
        <translation>Yn aros am gymeradwyaeth</translation>
    </message>
</context>
<context>
    <name>CalendarScreen</name>
    <message>
        <source>All scheduled content is held since {time}, by {name}: {reason}</source>
        <translation>Mae&apos;r holl gynnwys wedi&apos;i amserlennu wedi&apos;i atal ers {time}, gan {name}: {reason}</translation>
    </message>
    <message>
        <source>Arrow keys choose a post, M moves it, Return opens it, Page Up and Down turn the page.</source>
        <translation>Mae&apos;r bysellau saeth yn dewis postiad, M yn ei symud, Return yn ei agor, Page Up a Page Down yn troi&apos;r dudalen.</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendr</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Cynharach</translation>
    </message>
    <message>
        <source>Hold all scheduled content</source>
        <translation>Atal yr holl gynnwys wedi&apos;i amserlennu</translation>
    </message>
    <message>
        <source>Hold all scheduled content? Nothing more goes out until each post is released.</source>
        <translation>Atal yr holl gynnwys sydd wedi&apos;i amserlennu? Nid â dim mwy allan nes rhyddhau pob postiad.</translation>
    </message>
    <message>
        <source>Hold everything</source>
        <translation>Atal popeth</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <source>Keep holding</source>
        <translation>Dal i atal</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Hwyrach</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>Codi&apos;r ataliad</translation>
    </message>
    <message>
        <source>Lift the hold? What is held stays held: release each post yourself.</source>
        <translation>Codi&apos;r ataliad? Mae&apos;r hyn a ataliwyd yn aros wedi&apos;i atal: rhyddhewch bob postiad eich hun.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mis</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Symud</translation>
    </message>
    <message>
        <source>Move “{title}” from {before}? Moving it voids the approval: it must be approved again.</source>
        <translation>Symud “{title}” o {before}? Mae ei symud yn gwneud y gymeradwyaeth yn ddi-rym: rhaid ei gymeradwyo eto.</translation>
    </message>
    <message>
        <source>Moved. It waits for approval again before it can go out.</source>
        <translation>Symudwyd. Mae&apos;n aros am gymeradwyaeth eto cyn y gall fynd allan.</translation>
    </message>
    <message>
        <source>Nothing more goes out until it is released (Ctrl+Shift+H)</source>
        <translation>Nid â dim mwy allan nes ei ryddhau (Ctrl+Shift+H)</translation>
    </message>
    <message>
        <source>Only what has not gone out yet can be moved.</source>
        <translation>Dim ond yr hyn nad yw wedi mynd allan eto y gellir ei symud.</translation>
    </message>
    <message>
        <source>Reason, for the record</source>
        <translation>Rheswm, ar gyfer y cofnod</translation>
    </message>
    <message>
        <source>Released. What is past its time waits for a new one.</source>
        <translation>Rhyddhawyd. Mae&apos;r hyn sydd wedi mynd heibio ei amser yn aros am un newydd.</translation>
    </message>
    <message>
        <source>Say why, in a few words: it is recorded.</source>
        <translation>Dywedwch pam, mewn ychydig eiriau: caiff ei gofnodi.</translation>
    </message>
    <message>
        <source>The hold is lifted. Release each held post yourself.</source>
        <translation>Codwyd yr ataliad. Rhyddhewch bob postiad a ataliwyd eich hun.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heddiw</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Wythnos</translation>
    </message>
    <message>
        <source>{held} held. {gone} had already gone: see the list.</source>
        <translation>{held} wedi&apos;u hatal. Roedd {gone} eisoes wedi mynd: gweler y rhestr.</translation>
    </message>
</context>
<context>
    <name>ChangePassword</name>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Newid fy nghyfrinair</translation>
    </message>
    <message>
        <source>Type the password that you sign in with now.</source>
        <translation>Teipiwch y cyfrinair rydych yn mewngofnodi ag ef nawr.</translation>
    </message>
    <message>
        <source>Your password is changed. Use the new one from now on.</source>
        <translation>Newidiwyd eich cyfrinair. Defnyddiwch yr un newydd o hyn ymlaen.</translation>
    </message>
    <message>
        <source>Your password now</source>
        <translation>Eich cyfrinair nawr</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Check:</source>
        <translation>Gwiriwch:</translation>
    </message>
    <message>
        <source>It can be submitted. Look at this first:</source>
        <translation>Gellir ei gyflwyno. Edrychwch ar hyn yn gyntaf:</translation>
    </message>
    <message>
        <source>Must:</source>
        <translation>Rhaid:</translation>
    </message>
    <message>
        <source>Nothing stands in the way of submitting.</source>
        <translation>Nid oes dim yn rhwystro&apos;r cyflwyno.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemau</translation>
    </message>
    <message>
        <source>Put this right before you submit:</source>
        <translation>Cywirwch hyn cyn cyflwyno:</translation>
    </message>
</context>
<context>
    <name>ClassChoice</name>
    <message>
        <source>Kind of content</source>
        <translation>Math o gynnwys</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>{number} d</source>
        <translation>{number} d</translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number} awr</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} mun</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} eil</translation>
    </message>
    <message>
        <source>{time} on {day} does not exist in {zone}: the clocks go forward that night. Choose a time before or from {back}.</source>
        <translation>Nid yw {time} ar {day} yn bod yn {zone}: mae&apos;r clociau&apos;n mynd ymlaen y noson honno. Dewiswch amser cyn neu o {back} ymlaen.</translation>
    </message>
    <message>
        <source>{time} on {day} happens twice in {zone}: the clocks go back that night. Say whether you mean the first or the second.</source>
        <translation>Mae {time} ar {day} yn digwydd ddwywaith yn {zone}: mae&apos;r clociau&apos;n mynd yn ôl y noson honno. Dywedwch ai&apos;r cyntaf neu&apos;r ail a olygwch.</translation>
    </message>
</context>
<context>
    <name>ComposeScreen</name>
    <message>
        <source>Compose</source>
        <translation>Cyfansoddi</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafftiau</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>Drafft newydd</translation>
    </message>
    <message>
        <source>New draft (Ctrl+N)</source>
        <translation>Drafft newydd (Ctrl+N)</translation>
    </message>
    <message>
        <source>No drafts yet</source>
        <translation>Dim drafftiau eto</translation>
    </message>
    <message>
        <source>Press “New draft” to write the first one. It saves itself while you type.</source>
        <translation>Pwyswch “Drafft newydd” i ysgrifennu&apos;r un cyntaf. Mae&apos;n ei gadw ei hun wrth i chi deipio.</translation>
    </message>
</context>
<context>
    <name>ConnectAccount</name>
    <message>
        <source>&amp;Bluesky</source>
        <translation>&amp;Bluesky</translation>
    </message>
    <message>
        <source>&amp;Mastodon, GoToSocial, snac or another that speaks its API</source>
        <translation>&amp;Mastodon, GoToSocial, snac neu un arall sy&apos;n siarad ei API</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Cysylltu cyfrif</translation>
    </message>
    <message>
        <source>Connect {handle} again</source>
        <translation>Cysylltu {handle} eto</translation>
    </message>
    <message>
        <source>What opens the account is sealed to the key of the computer that publishes; nobody sees it, and nothing is stored in clear.</source>
        <translation>Caiff yr hyn sy&apos;n agor y cyfrif ei selio i allwedd y cyfrifiadur sy&apos;n cyhoeddi; nid oes neb yn ei weld, ac ni chedwir dim heb ei amgryptio.</translation>
    </message>
</context>
<context>
    <name>ConnectBluesky</name>
    <message>
        <source>&amp;Handle</source>
        <translation>&amp;Enw&apos;r cyfrif</translation>
    </message>
    <message>
        <source>&amp;Server address</source>
        <translation>Cyfeiriad y &amp;gweinydd</translation>
    </message>
    <message>
        <source>A&amp;pp password</source>
        <translation>Cyfrinair a&amp;p</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Yn gofyn i&apos;r gweinydd…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Cysylltu</translation>
    </message>
    <message>
        <source>Make one in Bluesky: Settings, Privacy and security, App passwords. Tick “Allow access to your direct messages”, or they will not reach the inbox. Never type the account&apos;s own password.</source>
        <translation>Gwnewch un yn Bluesky: Settings, Privacy and security, App passwords. Ticiwch “Allow access to your direct messages”, neu ni fyddant yn cyrraedd y mewnflwch. Peidiwch byth â theipio cyfrinair y cyfrif ei hun.</translation>
    </message>
    <message>
        <source>Such as northshire.police.uk, without the @.</source>
        <translation>Megis northshire.police.uk, heb yr @.</translation>
    </message>
    <message>
        <source>Type or paste the app password.</source>
        <translation>Teipiwch neu gludwch y cyfrinair ap.</translation>
    </message>
    <message>
        <source>Type the account&apos;s handle.</source>
        <translation>Teipiwch enw&apos;r cyfrif.</translation>
    </message>
    <message>
        <source>Type the server&apos;s address. For most it is bsky.social.</source>
        <translation>Teipiwch gyfeiriad y gweinydd. I&apos;r rhan fwyaf, bsky.social ydyw.</translation>
    </message>
</context>
<context>
    <name>ConnectMastodon</name>
    <message>
        <source>&amp;Code from the page</source>
        <translation>&amp;Cod o&apos;r dudalen</translation>
    </message>
    <message>
        <source>&amp;Server address</source>
        <translation>Cyfeiriad y &amp;gweinydd</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Yn gofyn i&apos;r gweinydd…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Connect in the browser</source>
        <translation>Cysylltu yn y porwr</translation>
    </message>
    <message>
        <source>Copy the page&apos;s address</source>
        <translation>Copïo cyfeiriad y dudalen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Gorffen</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Agor y dudalen</translation>
    </message>
    <message>
        <source>Open the page, allow Blue Lamp there, and type the code here.</source>
        <translation>Agorwch y dudalen, rhowch ganiatâd i Blue Lamp yno, a theipiwch y cod yma.</translation>
    </message>
    <message>
        <source>Sign in on the page as the account, choose Allow, and type the code that it shows.</source>
        <translation>Mewngofnodwch ar y dudalen fel y cyfrif, dewiswch Allow, a theipiwch y cod y mae&apos;n ei ddangos.</translation>
    </message>
    <message>
        <source>The page&apos;s address is copied: paste it into a browser&apos;s address line.</source>
        <translation>Copïwyd cyfeiriad y dudalen: gludwch ef ym mar cyfeiriad porwr.</translation>
    </message>
    <message>
        <source>The part after the last @ of the account: for @force@police.social it is police.social.</source>
        <translation>Y rhan ar ôl @ olaf y cyfrif: ar gyfer @force@police.social, police.social ydyw.</translation>
    </message>
    <message>
        <source>Type the code that the page shows after you chose Allow.</source>
        <translation>Teipiwch y cod y mae&apos;r dudalen yn ei ddangos ar ôl i chi ddewis Allow.</translation>
    </message>
    <message>
        <source>Type the server&apos;s address, such as mastodon.social.</source>
        <translation>Teipiwch gyfeiriad y gweinydd, megis mastodon.social.</translation>
    </message>
    <message>
        <source>Use a code instead</source>
        <translation>Defnyddio cod yn lle hynny</translation>
    </message>
    <message>
        <source>Waiting for the browser, {time} left. Sign in there as the account and choose Allow. If no page opened, copy its address.</source>
        <translation>Yn aros am y porwr, {time} ar ôl. Mewngofnodwch yno fel y cyfrif a dewiswch Allow. Os na agorodd tudalen, copïwch ei chyfeiriad.</translation>
    </message>
</context>
<context>
    <name>ContactCentreScreen</name>
    <message>
        <source>A conversation that is handed over appears here until it is closed.</source>
        <translation>Mae sgwrs a drosglwyddir yn ymddangos yma nes ei chau.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Derbyniwyd</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ar gau</translation>
    </message>
    <message>
        <source>Contact centre</source>
        <translation>Canolfan gyswllt</translation>
    </message>
    <message>
        <source>Handovers</source>
        <translation>Trosglwyddiadau</translation>
    </message>
    <message>
        <source>Life at risk: {author}</source>
        <translation>Bywyd mewn perygl: {author}</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Cofnodwyd</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Heb ei dderbyn</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Heb ei ddanfon</translation>
    </message>
    <message>
        <source>Nothing is with the contact centre</source>
        <translation>Nid oes dim gyda&apos;r ganolfan gyswllt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Gwrthodwyd</translation>
    </message>
    <message>
        <source>Show rejected ({count}) and closed</source>
        <translation>Dangos y rhai a wrthodwyd ({count}) a&apos;r rhai ar gau</translation>
    </message>
    <message>
        <source>Show rejected and closed</source>
        <translation>Dangos y rhai a wrthodwyd a&apos;r rhai ar gau</translation>
    </message>
    <message>
        <source>{age} since the network received it</source>
        <translation>{age} ers i&apos;r rhwydwaith ei derbyn</translation>
    </message>
</context>
<context>
    <name>ContentClass</name>
    <message>
        <source>A head of communications approves this. Before you go on:</source>
        <translation type="unfinished">Pennaeth cyfathrebu sy&apos;n cymeradwyo hwn. Cyn mynd ymlaen:</translation>
    </message>
    <message>
        <source>A parent or guardian has consented, or a senior lead decided.</source>
        <translation type="unfinished">Mae rhiant neu warcheidwad wedi cydsynio, neu uwch-arweinydd wedi penderfynu.</translation>
    </message>
    <message>
        <source>Active proceedings</source>
        <translation>Achos cyfreithiol gweithredol</translation>
    </message>
    <message>
        <source>Appeal: wanted, missing or witnesses</source>
        <translation>Apêl: rhywun y mae&apos;r heddlu&apos;n chwilio amdano, person ar goll neu dystion</translation>
    </message>
    <message>
        <source>Evidence, identification and admissions are left out.</source>
        <translation type="unfinished">Gadewir allan dystiolaeth, adnabod a chyfaddefiadau.</translation>
    </message>
    <message>
        <source>It says how to get in touch, and that 999 is for an emergency.</source>
        <translation type="unfinished">Mae&apos;n dweud sut i gysylltu, a bod 999 ar gyfer argyfwng.</translation>
    </message>
    <message>
        <source>Names or shows a suspect or a convicted person</source>
        <translation type="unfinished">Yn enwi neu&apos;n dangos rhywun a amheuir neu a gafwyd yn euog</translation>
    </message>
    <message>
        <source>No court order or reporting restriction forbids the name or the image.</source>
        <translation type="unfinished">Nid oes gorchymyn llys na chyfyngiad adrodd yn gwahardd yr enw na&apos;r ddelwedd.</translation>
    </message>
    <message>
        <source>No name, address, school or image identifies anyone in a youth court.</source>
        <translation type="unfinished">Nid oes enw, cyfeiriad, ysgol na delwedd yn datgelu neb mewn llys ieuenctid.</translation>
    </message>
    <message>
        <source>Nothing identifies the complainant: they are anonymous for life.</source>
        <translation type="unfinished">Nid oes dim yn datgelu pwy yw&apos;r achwynydd: mae&apos;n ddienw am oes.</translation>
    </message>
    <message>
        <source>Place, relationship, job and dates together do not identify them either.</source>
        <translation type="unfinished">Nid yw lle, perthynas, swydd a dyddiadau gyda&apos;i gilydd yn datgelu pwy ydyw chwaith.</translation>
    </message>
    <message>
        <source>Proceedings are active from arrest: nothing suggests guilt or past conduct.</source>
        <translation type="unfinished">Mae&apos;r achos yn weithredol o&apos;r arestiad ymlaen: nid oes dim yn awgrymu euogrwydd nac ymddygiad blaenorol.</translation>
    </message>
    <message>
        <source>Replies will be watched: they can be in contempt of court too.</source>
        <translation type="unfinished">Caiff atebion eu gwylio: gallant hwythau fod yn ddirmyg llys.</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Arferol</translation>
    </message>
    <message>
        <source>Sexual offence</source>
        <translation>Trosedd rywiol</translation>
    </message>
    <message>
        <source>Somebody under 18</source>
        <translation>Rhywun dan 18 oed</translation>
    </message>
    <message>
        <source>The details together do not identify them either.</source>
        <translation type="unfinished">Nid yw&apos;r manylion gyda&apos;i gilydd yn eu datgelu chwaith.</translation>
    </message>
    <message>
        <source>The investigating officer has agreed to the appeal and to each image.</source>
        <translation type="unfinished">Mae&apos;r swyddog ymchwilio wedi cytuno i&apos;r apêl ac i bob delwedd.</translation>
    </message>
    <message>
        <source>The person was charged or convicted, or a senior lead decided to name them.</source>
        <translation type="unfinished">Cafodd y person ei gyhuddo neu ei euogfarnu, neu penderfynodd uwch-arweinydd ei enwi.</translation>
    </message>
    <message>
        <source>The reason for naming is recorded.</source>
        <translation>Cofnodwyd y rheswm dros enwi.</translation>
    </message>
    <message>
        <source>You know when it will be reviewed and what will take it down.</source>
        <translation type="unfinished">Rydych yn gwybod pryd y caiff ei adolygu a beth fydd yn ei dynnu i lawr.</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>All others, by your filter</source>
        <translation>Pawb arall, yn ôl eich hidlydd</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Sgyrsiau</translation>
    </message>
    <message>
        <source>LIFE AT RISK ({count})</source>
        <translation>BYWYD MEWN PERYGL ({count})</translation>
    </message>
    <message>
        <source>No others match your filter</source>
        <translation>Nid oes rhai eraill yn cyfateb i&apos;ch hidlydd</translation>
    </message>
</context>
<context>
    <name>ConversationPane</name>
    <message>
        <source>Choose one in the list: J and K or the arrow keys move, Return opens.</source>
        <translation>Dewiswch un yn y rhestr: mae J a K neu&apos;r bysellau saeth yn symud, Return yn agor.</translation>
    </message>
    <message>
        <source>Copied. Paste it into the log.</source>
        <translation>Copïwyd. Gludwch ef yn y log.</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Peidio ag agor</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Nid oes sgwrs ar agor</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Agor yn y porwr</translation>
    </message>
    <message>
        <source>Read what came since you opened it (Ctrl+Down)</source>
        <translation>Darllen yr hyn a ddaeth ers i chi ei hagor (Ctrl+Down)</translation>
    </message>
    <message>
        <source>This conversation is closed. Reopen it to reply.</source>
        <translation>Mae&apos;r sgwrs hon ar gau. Ailagorwch hi i ateb.</translation>
    </message>
    <message>
        <source>This is not an address of the web and is not opened: {url}</source>
        <translation>Nid cyfeiriad gwe yw hwn ac ni chaiff ei agor: {url}</translation>
    </message>
    <message>
        <source>This leads to {host}. Open it in the browser?
{url}</source>
        <translation>Mae hon yn arwain at {host}. Ei hagor yn y porwr?
{url}</translation>
    </message>
    <message>
        <source>↓ {count} new (Ctrl+Down)</source>
        <translation>↓ {count} newydd (Ctrl+Down)</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>Complete to {time}</source>
        <translation>Yn gyflawn hyd {time}</translation>
    </message>
    <message>
        <source>It has not been read yet</source>
        <translation>Nid yw wedi&apos;i ddarllen eto</translation>
    </message>
    <message>
        <source>Nothing is reading it: start the Blue Lamp that collects.</source>
        <translation>Nid oes dim yn ei ddarllen: dechreuwch y Blue Lamp sy&apos;n casglu.</translation>
    </message>
    <message>
        <source>{handle} is blind. {complete}; what came since is not shown here. {why}</source>
        <translation>Mae {handle} yn ddall. {complete}; ni ddangosir yma&apos;r hyn a ddaeth ers hynny. {why}</translation>
    </message>
</context>
<context>
    <name>CoverageLine</name>
    <message>
        <source>No account is connected: nothing is read.</source>
        <translation>Nid oes cyfrif wedi&apos;i gysylltu: ni ddarllenir dim.</translation>
    </message>
    <message>
        <source>{count} accounts complete to {time}</source>
        <translation>{count} cyfrif yn gyflawn hyd {time}</translation>
    </message>
    <message>
        <source>{count} not read yet</source>
        <translation>{count} heb eu darllen eto</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The data folder cannot be written to. Ask for write permission to it, or choose another folder.</source>
        <translation>Ni ellir ysgrifennu i&apos;r ffolder data. Gofynnwch am ganiatâd ysgrifennu iddi, neu dewiswch ffolder arall.</translation>
    </message>
    <message>
        <source>The database did not answer as it should ({fault}).</source>
        <translation>Ni atebodd y gronfa ddata fel y dylai ({fault}).</translation>
    </message>
    <message>
        <source>The database file cannot be opened. Check that the data folder exists and may be written to.</source>
        <translation>Ni ellir agor ffeil y gronfa ddata. Gwiriwch fod y ffolder data&apos;n bod ac y gellir ysgrifennu iddi.</translation>
    </message>
    <message>
        <source>The database is busy with another program&apos;s work. Try again in a moment.</source>
        <translation>Mae&apos;r gronfa ddata&apos;n brysur gyda gwaith rhaglen arall. Rhowch gynnig arall arni mewn eiliad.</translation>
    </message>
    <message>
        <source>The database is damaged. Nothing more is written to it. Put the last backup in its place, and keep the damaged file: much of it may be rescued.</source>
        <translation>Mae&apos;r gronfa ddata wedi&apos;i difrodi. Nid ysgrifennir dim mwy iddi. Rhowch y copi wrth gefn diwethaf yn ei lle, a chadwch y ffeil a ddifrodwyd: efallai y gellir achub llawer ohoni.</translation>
    </message>
    <message>
        <source>The disk is full: nothing more can be stored. Free some space; nothing stored so far is lost.</source>
        <translation>Mae&apos;r ddisg yn llawn: ni ellir cadw dim mwy. Rhyddhewch le; ni chollwyd dim a gadwyd hyd yma.</translation>
    </message>
    <message>
        <source>The file bluelamp.db in the data folder is not a Blue Lamp database. It was left as it is: move it away, or put the backup in its place.</source>
        <translation>Nid yw&apos;r ffeil bluelamp.db yn y ffolder data yn gronfa ddata Blue Lamp. Gadawyd hi fel y mae: symudwch hi o&apos;r ffordd, neu rhowch y copi wrth gefn yn ei lle.</translation>
    </message>
    <message>
        <source>This database was last used by a newer version of Blue Lamp. Install that version or a later one; nothing here has been changed.</source>
        <translation>Defnyddiwyd y gronfa ddata hon ddiwethaf gan fersiwn mwy newydd o Blue Lamp. Gosodwch y fersiwn honno neu un ddiweddarach; ni newidiwyd dim yma.</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>Apr</source>
        <translation>Ebr</translation>
    </message>
    <message>
        <source>April</source>
        <translation>Ebrill</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aws</translation>
    </message>
    <message>
        <source>August</source>
        <translation>Awst</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Rhag</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Rhagfyr</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Chwe</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Chwefror</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Gwe</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Dydd Gwener</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>Ion</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Ionawr</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Gor</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Gorffennaf</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Meh</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Mehefin</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>Maw</translation>
    </message>
    <message>
        <source>March</source>
        <translation>Mawrth</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Llun</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Dydd Llun</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Tach</translation>
    </message>
    <message>
        <source>November</source>
        <translation>Tachwedd</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Hyd</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Hydref</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sad</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Dydd Sadwrn</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Medi</translation>
    </message>
    <message>
        <source>September</source>
        <translation>Medi</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>Sul</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Dydd Sul</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Iau</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Dydd Iau</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Maw</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dydd Mawrth</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Dydd Mercher</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Accept</source>
        <translation>Derbyn</translation>
    </message>
    <message>
        <source>Accept as {name}? From now on you have taken it on, and its alarm stops.</source>
        <translation>Derbyn fel {name}? O hyn ymlaen chi sydd wedi&apos;i gymryd, ac mae ei larwm yn stopio.</translation>
    </message>
    <message>
        <source>Accepted by {name}.</source>
        <translation>Derbyniwyd gan {name}.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Ei ganslo</translation>
    </message>
    <message>
        <source>Choose a new time</source>
        <translation>Dewis amser newydd</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Close it? What came of it is kept with the handover.</source>
        <translation>Ei gau? Cedwir yr hyn a ddaeth ohono gyda&apos;r trosglwyddiad.</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>Caewyd.</translation>
    </message>
    <message>
        <source>I removed it</source>
        <translation>Fi a&apos;i dileodd</translation>
    </message>
    <message>
        <source>It is being sent again. Phone all the same if a life may be at risk.</source>
        <translation>Mae&apos;n cael ei anfon eto. Ffoniwch yr un fath os gall bywyd fod mewn perygl.</translation>
    </message>
    <message>
        <source>It is not posted</source>
        <translation>Nid yw wedi&apos;i bostio</translation>
    </message>
    <message>
        <source>It is posted</source>
        <translation>Mae wedi&apos;i bostio</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Cadw ar agor</translation>
    </message>
    <message>
        <source>Log the call</source>
        <translation>Cofnodi&apos;r alwad</translation>
    </message>
    <message>
        <source>Name of who answered</source>
        <translation>Enw&apos;r sawl a atebodd</translation>
    </message>
    <message>
        <source>Name the person who took it on: a handover is accepted by somebody.</source>
        <translation>Enwch y person a&apos;i cymerodd: rhywun sy&apos;n derbyn trosglwyddiad.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ddim eto</translation>
    </message>
    <message>
        <source>Open it on the network</source>
        <translation>Ei agor ar y rhwydwaith</translation>
    </message>
    <message>
        <source>Open the account&apos;s page</source>
        <translation>Agor tudalen y cyfrif</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Agor y sgwrs</translation>
    </message>
    <message>
        <source>Open the post&apos;s page</source>
        <translation>Agor tudalen y postiad</translation>
    </message>
    <message>
        <source>Opens in the browser</source>
        <translation>Yn agor yn y porwr</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Rheswm</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Cofnodi</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Gwrthod</translation>
    </message>
    <message>
        <source>Reject it? Whoever handed it over must act on your reason; a life at risk alarms again.</source>
        <translation>Ei wrthod? Rhaid i bwy bynnag a&apos;i trosglwyddodd weithredu ar eich rheswm; mae bywyd mewn perygl yn canu&apos;r larwm eto.</translation>
    </message>
    <message>
        <source>Rejected: {reason}</source>
        <translation>Gwrthodwyd: {reason}</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Rhyddhau</translation>
    </message>
    <message>
        <source>Say what came of it before closing.</source>
        <translation>Dywedwch beth ddaeth ohono cyn cau.</translation>
    </message>
    <message>
        <source>Say why it is rejected: whoever handed it over must act on that.</source>
        <translation>Dywedwch pam y caiff ei wrthod: rhaid i bwy bynnag a&apos;i trosglwyddodd weithredu ar hynny.</translation>
    </message>
    <message>
        <source>The call is logged: the handover is accepted.</source>
        <translation>Cofnodwyd yr alwad: mae&apos;r trosglwyddiad wedi&apos;i dderbyn.</translation>
    </message>
    <message>
        <source>The incident is recorded.</source>
        <translation>Cofnodwyd y digwyddiad.</translation>
    </message>
    <message>
        <source>The record is copied. Paste it into the log, then record the incident reference here.</source>
        <translation>Copïwyd y cofnod. Gludwch ef yn y log, yna cofnodwch gyfeirnod y digwyddiad yma.</translation>
    </message>
    <message>
        <source>Try to remove it again</source>
        <translation>Ceisio ei ddileu eto</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Beth ddaeth ohono</translation>
    </message>
    <message>
        <source>Which incident did the control room open?</source>
        <translation>Pa ddigwyddiad a agorodd yr ystafell reoli?</translation>
    </message>
    <message>
        <source>Who in the control room took it on by phone, and when?</source>
        <translation>Pwy yn yr ystafell reoli a&apos;i cymerodd dros y ffôn, a phryd?</translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message>
        <source>It is not approved, so it is not on its way to any account.</source>
        <translation>Nid yw wedi&apos;i gymeradwyo, felly nid yw ar ei ffordd i&apos;r un cyfrif.</translation>
    </message>
    <message>
        <source>On each account</source>
        <translation>Ar bob cyfrif</translation>
    </message>
</context>
<context>
    <name>DeliveryCard</name>
    <message>
        <source>{words} (version {number})</source>
        <translation>{words} (fersiwn {number})</translation>
    </message>
</context>
<context>
    <name>Diff</name>
    <message>
        <source>Added: {added}. Removed: {removed}.</source>
        <translation>Ychwanegwyd: {added}. Tynnwyd: {removed}.</translation>
    </message>
    <message>
        <source>Changes since the last version</source>
        <translation>Newidiadau ers y fersiwn ddiwethaf</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>dim</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Ctrl+Return</source>
        <translation>Ctrl+Return</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Taflu</translation>
    </message>
    <message>
        <source>Discard this draft? It leaves the list; what was recorded of it is kept.</source>
        <translation>Taflu&apos;r drafft hwn? Mae&apos;n gadael y rhestr; cedwir yr hyn a gofnodwyd amdano.</translation>
    </message>
    <message>
        <source>Edit it</source>
        <translation>Ei olygu</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Mae popeth wedi&apos;i gadw</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Sut y bydd yn edrych</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ei gadw</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Ei adael fel y mae</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Heb ei gadw eto</translation>
    </message>
    <message>
        <source>Not saved. {reason}</source>
        <translation>Heb ei gadw. {reason}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Cadwyd {time}</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Cyflwyno i&apos;w gymeradwyo</translation>
    </message>
    <message>
        <source>Submitted. It goes out once a second person has approved it.</source>
        <translation>Cyflwynwyd. Â allan unwaith y bydd ail berson wedi&apos;i gymeradwyo.</translation>
    </message>
    <message>
        <source>This post is approved. Editing it voids the approval and takes it out of the schedule: it must be submitted and approved again.</source>
        <translation>Mae&apos;r postiad hwn wedi&apos;i gymeradwyo. Mae ei olygu&apos;n gwneud y gymeradwyaeth yn ddi-rym ac yn ei dynnu o&apos;r amserlen: rhaid ei gyflwyno a&apos;i gymeradwyo eto.</translation>
    </message>
    <message>
        <source>This post waits for approval. If you edit it, it must be submitted again.</source>
        <translation>Mae&apos;r postiad hwn yn aros am gymeradwyaeth. Os golygwch ef, rhaid ei gyflwyno eto.</translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message>
        <source>Contact centre</source>
        <translation>Canolfan gyswllt</translation>
    </message>
    <message>
        <source>Copy for the log</source>
        <translation>Copïo i&apos;r log</translation>
    </message>
    <message>
        <source>Copy the record as text, to be pasted into a command system</source>
        <translation>Copïo&apos;r cofnod fel testun, i&apos;w ludo mewn system orchymyn</translation>
    </message>
    <message>
        <source>Fill in the record and hand it to the contact centre (Ctrl+H)</source>
        <translation>Llenwi&apos;r cofnod a&apos;i drosglwyddo i&apos;r ganolfan gyswllt (Ctrl+H)</translation>
    </message>
    <message>
        <source>Hand over (Ctrl+H)</source>
        <translation>Trosglwyddo (Ctrl+H)</translation>
    </message>
    <message>
        <source>Nobody has handed it over to the contact centre yet.</source>
        <translation>Nid oes neb wedi&apos;i throsglwyddo i&apos;r ganolfan gyswllt eto.</translation>
    </message>
    <message>
        <source>Show this handover on the contact centre&apos;s screen</source>
        <translation>Dangos y trosglwyddiad hwn ar sgrin y ganolfan gyswllt</translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>About</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Rhif</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Beth</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Pryd</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Pwy</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>About</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>As stored</source>
        <translation>Fel y&apos;i cedwir</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Manylion</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Cofnod</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Hash before</source>
        <translation>Hash blaenorol</translation>
    </message>
    <message>
        <source>It holds nothing more.</source>
        <translation>Nid yw&apos;n dal dim mwy.</translation>
    </message>
    <message>
        <source>Its details</source>
        <translation>Ei fanylion</translation>
    </message>
    <message>
        <source>The details as they are stored (JSON)</source>
        <translation>Y manylion fel y&apos;u cedwir (JSON)</translation>
    </message>
    <message>
        <source>The entry</source>
        <translation>Y cofnod</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Beth</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Pryd</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Pwy</translation>
    </message>
</context>
<context>
    <name>EntryTable</name>
    <message>
        <source>Entries of the audit</source>
        <translation>Cofnodion yr archwiliad</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>As soon as it is approved.</source>
        <translation>Cyn gynted ag y caiff ei gymeradwyo.</translation>
    </message>
    <message>
        <source>By {name}, {time}. Version {number}.</source>
        <translation>Gan {name}, {time}. Fersiwn {number}.</translation>
    </message>
    <message>
        <source>Kind of content</source>
        <translation>Math o gynnwys</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Edrychwch ar</translation>
    </message>
    <message>
        <source>Nothing was found that needs a second look.</source>
        <translation>Ni chafwyd dim y mae angen edrych arno eto.</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Cyflwynwyd</translation>
    </message>
    <message>
        <source>The time is another than in the last version.</source>
        <translation>Mae&apos;r amser yn wahanol i&apos;r fersiwn ddiwethaf.</translation>
    </message>
    <message>
        <source>What happened so far</source>
        <translation>Beth ddigwyddodd hyd yma</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Pryd</translation>
    </message>
    <message>
        <source>{time} ({zone}), {utc} UTC</source>
        <translation>{time} ({zone}), {utc} UTC</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Pryd</translation>
    </message>
    <message>
        <source>A&amp;bout</source>
        <translation>&amp;Am</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>Unrhyw ddiwrnod</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Unrhyw un</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Unrhyw beth</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>Rhwng…</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Diwrnod cyntaf</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Y 30 diwrnod diwethaf</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Y 7 diwrnod diwethaf</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Diwrnod olaf</translation>
    </message>
    <message>
        <source>Post 12</source>
        <translation>Postiad 12</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Dangos y cyfan</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heddiw</translation>
    </message>
    <message>
        <source>W&amp;ho</source>
        <translation>P&amp;wy</translation>
    </message>
    <message>
        <source>Wha&amp;t</source>
        <translation>&amp;Beth</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Account</source>
        <translation>Cyfrif</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Pob cyfrif</translation>
    </message>
    <message>
        <source>Any priority</source>
        <translation>Unrhyw flaenoriaeth</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ar gau</translation>
    </message>
    <message>
        <source>Every word must occur; &quot;words in quotes&quot; stand together. / or Ctrl+F comes here, Return goes to the list.</source>
        <translation>Rhaid i bob gair ymddangos; mae &quot;geiriau mewn dyfynodau&quot; yn sefyll gyda&apos;i gilydd. Daw / neu Ctrl+F yma, mae Return yn mynd i&apos;r rhestr.</translation>
    </message>
    <message>
        <source>Everyone&apos;s</source>
        <translation>Rhai pawb</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Fy rhai i</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ar agor</translation>
    </message>
    <message>
        <source>Open and closed</source>
        <translation>Ar agor ac ar gau</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Perchennog</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Blaenoriaeth</translation>
    </message>
    <message>
        <source>Routine or above</source>
        <translation>Arferol neu uwch</translation>
    </message>
    <message>
        <source>Search messages</source>
        <translation>Chwilio&apos;r negeseuon</translation>
    </message>
    <message>
        <source>Search messages ( / )</source>
        <translation>Chwilio&apos;r negeseuon ( / )</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Cyflwr</translation>
    </message>
    <message>
        <source>Unowned</source>
        <translation>Heb berchennog</translation>
    </message>
    <message>
        <source>Urgent or above</source>
        <translation>Taer neu uwch</translation>
    </message>
    <message>
        <source>{name}. Life at risk is always shown.</source>
        <translation>{name}. Dangosir bywyd mewn perygl bob amser.</translation>
    </message>
</context>
<context>
    <name>Folder</name>
    <message>
        <source>BLUELAMP_DATABASE names a database that this version cannot use: it keeps its data in SQLite. Remove the setting, or name a file as sqlite:///FILE.</source>
        <translation>Mae BLUELAMP_DATABASE yn enwi cronfa ddata na all y fersiwn hon ei defnyddio: mae&apos;n cadw ei data yn SQLite. Tynnwch y gosodiad, neu enwch ffeil fel sqlite:///FILE.</translation>
    </message>
    <message>
        <source>The data folder {folder} cannot be written to ({fault}). Ask for write permission to it, or name another with --data.</source>
        <translation>Ni ellir ysgrifennu i&apos;r ffolder data {folder} ({fault}). Gofynnwch am ganiatâd ysgrifennu iddi, neu enwch un arall gyda --data.</translation>
    </message>
</context>
<context>
    <name>ForceSettingsScreen</name>
    <message>
        <source>Asking the mail server…</source>
        <translation>Yn gofyn i&apos;r gweinydd e-bost…</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Yn gofyn i&apos;r gweinydd…</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Taflu&apos;r newidiadau</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>Mae popeth wedi&apos;i gadw.</translation>
    </message>
    <message>
        <source>Not saved yet. {changes}</source>
        <translation>Heb ei gadw eto. {changes}</translation>
    </message>
    <message>
        <source>Nothing is saved: put right what is marked above.</source>
        <translation>Ni chedwir dim: cywirwch yr hyn a farciwyd uchod.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <source>Saved. {changes}</source>
        <translation>Cadwyd. {changes}</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Yn cadw…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Gosodiadau</translation>
    </message>
    <message>
        <source>{name}: changed</source>
        <translation>{name}: newidiwyd</translation>
    </message>
    <message>
        <source>{name}: removed</source>
        <translation>{name}: tynnwyd</translation>
    </message>
    <message>
        <source>{name}: {now} (was {was})</source>
        <translation>{name}: {now} ({was} gynt)</translation>
    </message>
    <message>
        <source>{words} Nothing was sent.</source>
        <translation>{words} Ni anfonwyd dim.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>&amp;Accounts</source>
        <translation>&amp;Cyfrifon</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>&amp;Delweddau</translation>
    </message>
    <message>
        <source>&amp;Kind of content</source>
        <translation>&amp;Math o gynnwys</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Iaith</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Teitl</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Pryd</translation>
    </message>
    <message>
        <source>A conversation stays with its owner for</source>
        <translation>Mae sgwrs yn aros gyda&apos;i pherchennog am</translation>
    </message>
    <message>
        <source>A regular expression that an incident reference must match; empty checks loosely.</source>
        <translation>Mynegiad rheolaidd y mae&apos;n rhaid i gyfeirnod digwyddiad gyfateb iddo; mae gwag yn gwirio&apos;n llac.</translation>
    </message>
    <message>
        <source>All times are shown and meant in it.</source>
        <translation>Ynddi hi y dangosir ac y golygir pob amser.</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>Wrth y ddesg</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>Graddau</translation>
    </message>
    <message>
        <source>How handovers reach the contact centre</source>
        <translation>Sut mae trosglwyddiadau&apos;n cyrraedd y ganolfan gyswllt</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>Iaith y rhyngwyneb</translation>
    </message>
    <message>
        <source>Lock an idle workstation after</source>
        <translation>Cloi gweithfan segur ar ôl</translation>
    </message>
    <message>
        <source>Mail route</source>
        <translation>Llwybr e-bost</translation>
    </message>
    <message>
        <source>Not accepted: alarm and phone prompt after</source>
        <translation>Heb ei dderbyn: larwm ac anogaeth i ffonio ar ôl</translation>
    </message>
    <message>
        <source>Not accepted: tell the duty inspector after</source>
        <translation>Heb ei dderbyn: dweud wrth yr arolygydd ar ddyletswydd ar ôl</translation>
    </message>
    <message>
        <source>Not delivered: “phone now” after</source>
        <translation>Heb ei ddanfon: “ffoniwch nawr” ar ôl</translation>
    </message>
    <message>
        <source>Offered as a reply outside office hours.</source>
        <translation>Cynigir fel ateb y tu allan i oriau swyddfa.</translation>
    </message>
    <message>
        <source>One a line, the most urgent first. Blue Lamp proposes a grade; the control room sets it.</source>
        <translation>Un i bob llinell, y mwyaf taer yn gyntaf. Mae Blue Lamp yn cynnig gradd; yr ystafell reoli sy&apos;n ei phennu.</translation>
    </message>
    <message>
        <source>Only your team sees it</source>
        <translation>Dim ond eich tîm sy&apos;n ei weld</translation>
    </message>
    <message>
        <source>Out-of-hours text</source>
        <translation>Testun y tu allan i oriau</translation>
    </message>
    <message>
        <source>Pattern of incident references</source>
        <translation>Patrwm cyfeirnodau digwyddiad</translation>
    </message>
    <message>
        <source>Phone number of the control room</source>
        <translation>Rhif ffôn yr ystafell reoli</translation>
    </message>
    <message>
        <source>Shown first whenever a life may be at risk and nobody has answered.</source>
        <translation>Dangosir ef yn gyntaf pryd bynnag y gall bywyd fod mewn perygl a neb wedi ateb.</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;stun</translation>
    </message>
    <message>
        <source>The force</source>
        <translation>Yr heddlu</translation>
    </message>
    <message>
        <source>The force&apos;s name</source>
        <translation>Enw&apos;r heddlu</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Cylchfa amser</translation>
    </message>
    <message>
        <source>Unseen: tell the supervisor after</source>
        <translation>Heb ei weld: dweud wrth y goruchwyliwr ar ôl</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>When a life may be at risk</source>
        <translation>Pan all bywyd fod mewn perygl</translation>
    </message>
    <message>
        <source>Words and grades</source>
        <translation>Geiriau a graddau</translation>
    </message>
</context>
<context>
    <name>Glimpse</name>
    <message>
        <source>Life at risk - call the control room now on {number}. Sign in to see it.</source>
        <translation>Bywyd mewn perygl - ffoniwch yr ystafell reoli nawr ar {number}. Mewngofnodwch i&apos;w weld.</translation>
    </message>
    <message>
        <source>The alarms cannot be read. Call your administrator.</source>
        <translation>Ni ellir darllen y larymau. Ffoniwch eich gweinyddwr.</translation>
    </message>
    <message>
        <source>its number</source>
        <translation>ei rhif</translation>
    </message>
    <message>
        <source>{count} alarms stand. Sign in to see what must be done.</source>
        <translation>Mae {count} larwm yn sefyll. Mewngofnodwch i weld beth sydd raid ei wneud.</translation>
    </message>
</context>
<context>
    <name>GoingCard</name>
    <message>
        <source>Changes: added words are underlined, removed words struck through.</source>
        <translation>Newidiadau: tanlinellir geiriau a ychwanegwyd, croesir allan eiriau a dynnwyd.</translation>
    </message>
    <message>
        <source>The text is the same as in the last version.</source>
        <translation>Mae&apos;r testun yr un fath ag yn y fersiwn ddiwethaf.</translation>
    </message>
    <message>
        <source>This account is new in this version.</source>
        <translation>Mae&apos;r cyfrif hwn yn newydd yn y fersiwn hon.</translation>
    </message>
</context>
<context>
    <name>GoingList</name>
    <message>
        <source>Show the changes since the last version</source>
        <translation>Dangos y newidiadau ers y fersiwn ddiwethaf</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Accept</source>
        <translation>Derbyn</translation>
    </message>
    <message>
        <source>Accepted by {name}</source>
        <translation>Derbyniwyd gan {name}</translation>
    </message>
    <message>
        <source>Accepted by {name} at {time}</source>
        <translation>Derbyniwyd gan {name} am {time}</translation>
    </message>
    <message>
        <source>Accepted by {name} by phone at {time}</source>
        <translation>Derbyniwyd gan {name} dros y ffôn am {time}</translation>
    </message>
    <message>
        <source>Accepted by {name} in the contact centre&apos;s system</source>
        <translation>Derbyniwyd gan {name} yn system y ganolfan gyswllt</translation>
    </message>
    <message>
        <source>Accepted by {name} on the phone</source>
        <translation>Derbyniwyd gan {name} dros y ffôn</translation>
    </message>
    <message>
        <source>Alarm over</source>
        <translation>Larwm ar ben</translation>
    </message>
    <message>
        <source>Alarm raised: {level}</source>
        <translation>Codwyd larwm: {level}</translation>
    </message>
    <message>
        <source>Alarm rose: {level}</source>
        <translation>Cododd y larwm: {level}</translation>
    </message>
    <message>
        <source>Call the control room on {number}: {trouble}</source>
        <translation>Ffoniwch yr ystafell reoli ar {number}: {trouble}</translation>
    </message>
    <message>
        <source>Close with feedback</source>
        <translation>Cau gydag adborth</translation>
    </message>
    <message>
        <source>Closed: {feedback}</source>
        <translation>Caewyd: {feedback}</translation>
    </message>
    <message>
        <source>Copied the record for the log</source>
        <translation>Copïwyd y cofnod i&apos;r log</translation>
    </message>
    <message>
        <source>Copy for the log</source>
        <translation>Copïo i&apos;r log</translation>
    </message>
    <message>
        <source>Correct the incident</source>
        <translation>Cywiro&apos;r digwyddiad</translation>
    </message>
    <message>
        <source>Delivered by {route}: {words}</source>
        <translation>Danfonwyd drwy {route}: {words}</translation>
    </message>
    <message>
        <source>Enter the incident reference as the control room gave it, such as 412 or CAD 4321/14MAY25.</source>
        <translation>Rhowch gyfeirnod y digwyddiad fel y&apos;i rhoddodd yr ystafell reoli, megis 412 neu CAD 4321/14MAY25.</translation>
    </message>
    <message>
        <source>Enter the incident reference before closing: what was handed over must stay traceable.</source>
        <translation>Rhowch gyfeirnod y digwyddiad cyn cau: rhaid gallu olrhain yr hyn a drosglwyddwyd.</translation>
    </message>
    <message>
        <source>Failed by {route}: {words}</source>
        <translation>Methodd drwy {route}: {words}</translation>
    </message>
    <message>
        <source>Handed over by {routes}</source>
        <translation>Trosglwyddwyd drwy {routes}</translation>
    </message>
    <message>
        <source>Handed over; no route to the contact centre was set up</source>
        <translation>Trosglwyddwyd; nid oedd llwybr i&apos;r ganolfan gyswllt wedi&apos;i sefydlu</translation>
    </message>
    <message>
        <source>Incident log {number} of {day}</source>
        <translation>Log digwyddiad {number} ar {day}</translation>
    </message>
    <message>
        <source>Incident {now} recorded</source>
        <translation>Cofnodwyd digwyddiad {now}</translation>
    </message>
    <message>
        <source>Incident {now} recorded instead of {was}</source>
        <translation>Cofnodwyd digwyddiad {now} yn lle {was}</translation>
    </message>
    <message>
        <source>Incident {number} of {day}</source>
        <translation>Digwyddiad {number} ar {day}</translation>
    </message>
    <message>
        <source>Incident {reference}</source>
        <translation>Digwyddiad {reference}</translation>
    </message>
    <message>
        <source>It could not be sent ({fault}).</source>
        <translation>Ni ellid ei anfon ({fault}).</translation>
    </message>
    <message>
        <source>It was rejected: hand it over again, or a supervisor closes it, saying why.</source>
        <translation>Fe&apos;i gwrthodwyd: trosglwyddwch hi eto, neu bydd goruchwyliwr yn ei chau, gan ddweud pam.</translation>
    </message>
    <message>
        <source>Life at risk - call the control room now</source>
        <translation>Bywyd mewn perygl - ffoniwch yr ystafell reoli nawr</translation>
    </message>
    <message>
        <source>Life at risk - call the control room now on {number}</source>
        <translation>Bywyd mewn perygl - ffoniwch yr ystafell reoli nawr ar {number}</translation>
    </message>
    <message>
        <source>Log a phone call</source>
        <translation>Cofnodi galwad ffôn</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-bost</translation>
    </message>
    <message>
        <source>Name the person who accepted it: a handover is accepted by somebody, not by a desk.</source>
        <translation>Enwch y person a&apos;i derbyniodd: rhywun sy&apos;n derbyn trosglwyddiad, nid desg.</translation>
    </message>
    <message>
        <source>No failed route is left to try. Call the control room.</source>
        <translation>Nid oes llwybr a fethodd ar ôl i&apos;w geisio. Ffoniwch yr ystafell reoli.</translation>
    </message>
    <message>
        <source>Not delivered by {route} yet (try {tries}): {words}</source>
        <translation>Heb ei ddanfon drwy {route} eto (cais {tries}): {words}</translation>
    </message>
    <message>
        <source>Not sent: the handover was {state} before.</source>
        <translation>Nid anfonwyd: roedd y trosglwyddiad eisoes wedi&apos;i {state}.</translation>
    </message>
    <message>
        <source>Not sent: this route is no longer set up. Set it up and send again.</source>
        <translation>Nid anfonwyd: nid yw&apos;r llwybr hwn wedi&apos;i sefydlu mwyach. Sefydlwch ef ac anfonwch eto.</translation>
    </message>
    <message>
        <source>Only the contact centre (operator, supervisor) accepts or rejects.</source>
        <translation>Dim ond y ganolfan gyswllt (gweithredwr, goruchwyliwr) sy&apos;n derbyn neu&apos;n gwrthod.</translation>
    </message>
    <message>
        <source>Open the conversation</source>
        <translation>Agor y sgwrs</translation>
    </message>
    <message>
        <source>Queued for the contact centre - not yet delivered</source>
        <translation>Yn y ciw i&apos;r ganolfan gyswllt - heb ei ddanfon eto</translation>
    </message>
    <message>
        <source>Queued to be sent again</source>
        <translation>Yn y ciw i&apos;w anfon eto</translation>
    </message>
    <message>
        <source>Record first who accepted it: a reference alone does not say that anybody acts on it.</source>
        <translation>Cofnodwch yn gyntaf pwy a&apos;i derbyniodd: nid yw cyfeirnod ar ei ben ei hun yn dweud bod neb yn gweithredu arno.</translation>
    </message>
    <message>
        <source>Record first who accepted it: a reference alone says nothing of that.</source>
        <translation>Cofnodwch yn gyntaf pwy a&apos;i derbyniodd: nid yw cyfeirnod ar ei ben ei hun yn dweud dim am hynny.</translation>
    </message>
    <message>
        <source>Record the incident</source>
        <translation>Cofnodi&apos;r digwyddiad</translation>
    </message>
    <message>
        <source>Record the incident first: what was handed over must stay traceable.</source>
        <translation>Cofnodwch y digwyddiad yn gyntaf: rhaid gallu olrhain yr hyn a drosglwyddwyd.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Gwrthod</translation>
    </message>
    <message>
        <source>Rejected: {reason}</source>
        <translation>Gwrthodwyd: {reason}</translation>
    </message>
    <message>
        <source>Saw the alarm: {level}</source>
        <translation>Gwelodd y larwm: {level}</translation>
    </message>
    <message>
        <source>Say what came of it before closing.</source>
        <translation>Dywedwch beth ddaeth ohono cyn cau.</translation>
    </message>
    <message>
        <source>Say why it is rejected: whoever handed it over must act on that.</source>
        <translation>Dywedwch pam y caiff ei wrthod: rhaid i bwy bynnag a&apos;i trosglwyddodd weithredu ar hynny.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Anfon eto</translation>
    </message>
    <message>
        <source>Sent to contact centre - not yet accepted</source>
        <translation>Anfonwyd i&apos;r ganolfan gyswllt - heb ei dderbyn eto</translation>
    </message>
    <message>
        <source>Someone else changed this handover just now. Look at it again.</source>
        <translation>Newidiodd rhywun arall y trosglwyddiad hwn yr eiliad hon. Edrychwch arno eto.</translation>
    </message>
    <message>
        <source>The call was between the arrival of the message and now. Correct the time of the call.</source>
        <translation>Bu&apos;r alwad rhwng i&apos;r neges gyrraedd a nawr. Cywirwch amser yr alwad.</translation>
    </message>
    <message>
        <source>The contact centre gave no reason.</source>
        <translation>Ni roddodd y ganolfan gyswllt reswm.</translation>
    </message>
    <message>
        <source>The incident&apos;s date lies in the future. Correct it.</source>
        <translation>Mae dyddiad y digwyddiad yn y dyfodol. Cywirwch ef.</translation>
    </message>
    <message>
        <source>This cannot be done as it stands: {words}</source>
        <translation>Ni ellir gwneud hyn fel y mae: {words}</translation>
    </message>
    <message>
        <source>This cannot be done now: {words}. Look at the handover again.</source>
        <translation>Ni ellir gwneud hyn nawr: {words}. Edrychwch ar y trosglwyddiad eto.</translation>
    </message>
    <message>
        <source>This computer cannot open the secret of this route ({why}). Enter it again in Settings, or let the computer that publishes deliver.</source>
        <translation>Ni all y cyfrifiadur hwn agor cyfrinach y llwybr hwn ({why}). Rhowch hi eto yn y Gosodiadau, neu gadewch i&apos;r cyfrifiadur sy&apos;n cyhoeddi ddanfon.</translation>
    </message>
    <message>
        <source>This conversation is not in this workspace.</source>
        <translation>Nid yw&apos;r sgwrs hon yn y gweithle hwn.</translation>
    </message>
    <message>
        <source>This conversation was handed over at {time} already: {words}. For what is new, call the control room and name that handover.</source>
        <translation>Trosglwyddwyd y sgwrs hon eisoes am {time}: {words}. Ar gyfer yr hyn sy&apos;n newydd, ffoniwch yr ystafell reoli ac enwch y trosglwyddiad hwnnw.</translation>
    </message>
    <message>
        <source>This conversation was handed over at {time} already: {words}. For what is new, call the control room on {number} and name that handover.</source>
        <translation>Trosglwyddwyd y sgwrs hon eisoes am {time}: {words}. Ar gyfer yr hyn sy&apos;n newydd, ffoniwch yr ystafell reoli ar {number} ac enwch y trosglwyddiad hwnnw.</translation>
    </message>
    <message>
        <source>This handover is finished. Hand the conversation over again if it must be told anew.</source>
        <translation>Mae&apos;r trosglwyddiad hwn wedi gorffen. Trosglwyddwch y sgwrs eto os oes angen ei hadrodd o&apos;r newydd.</translation>
    </message>
    <message>
        <source>This handover is not in this workspace.</source>
        <translation>Nid yw&apos;r trosglwyddiad hwn yn y gweithle hwn.</translation>
    </message>
    <message>
        <source>This record belongs to another conversation. Open the conversation again.</source>
        <translation>Mae&apos;r cofnod hwn yn perthyn i sgwrs arall. Agorwch y sgwrs eto.</translation>
    </message>
    <message>
        <source>This route is no longer set up.</source>
        <translation>Nid yw&apos;r llwybr hwn wedi&apos;i sefydlu mwyach.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Your role reads handovers and does not make them.</source>
        <translation>Mae eich rôl yn darllen trosglwyddiadau ac nid yw&apos;n eu gwneud.</translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>amser anhysbys</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>yn cael ei anfon</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gau</translation>
    </message>
    <message>
        <source>delivered, which is not yet an acceptance</source>
        <translation>wedi&apos;i ddanfon, nad yw&apos;n dderbyniad eto</translation>
    </message>
    <message>
        <source>duty inspector</source>
        <translation>arolygydd ar ddyletswydd</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>methodd</translation>
    </message>
    <message>
        <source>next try at {time}</source>
        <translation>cais nesaf am {time}</translation>
    </message>
    <message>
        <source>no route to the contact centre is set up</source>
        <translation>nid oes llwybr i&apos;r ganolfan gyswllt wedi&apos;i sefydlu</translation>
    </message>
    <message>
        <source>not delivered ({why})</source>
        <translation>heb ei ddanfon ({why})</translation>
    </message>
    <message>
        <source>not sent any more</source>
        <translation>ni chaiff ei anfon mwyach</translation>
    </message>
    <message>
        <source>not yet delivered</source>
        <translation>heb ei ddanfon eto</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>hysbysiad</translation>
    </message>
    <message>
        <source>phone now</source>
        <translation>ffoniwch nawr</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>wrthod</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>goruchwyliwr</translation>
    </message>
    <message>
        <source>tried once</source>
        <translation>ceisiwyd unwaith</translation>
    </message>
    <message>
        <source>tried {count} times</source>
        <translation>ceisiwyd {count} gwaith</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>yn aros i gael ei anfon</translation>
    </message>
    <message>
        <source>{call_now}. It is {trouble}</source>
        <translation>{call_now}. Statws: {trouble}</translation>
    </message>
    <message>
        <source>{reference!r} is not a reference of this force&apos;s form. Ask the control room to repeat it.</source>
        <translation>Nid yw {reference!r} yn gyfeirnod o ffurf yr heddlu hwn. Gofynnwch i&apos;r ystafell reoli ei ailadrodd.</translation>
    </message>
    <message>
        <source>{time} on {day}</source>
        <translation>{time} ar {day}</translation>
    </message>
    <message>
        <source>{words} already. Nothing was changed.</source>
        <translation>{words} eisoes. Ni newidiwyd dim.</translation>
    </message>
</context>
<context>
    <name>HandoverBody</name>
    <message>
        <source>No route to the contact centre is set up: phone.</source>
        <translation>Nid oes llwybr i&apos;r ganolfan gyswllt wedi&apos;i sefydlu: ffoniwch.</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Llwybrau</translation>
    </message>
    <message>
        <source>The record as the contact centre reads it</source>
        <translation>Y cofnod fel y mae&apos;r ganolfan gyswllt yn ei ddarllen</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Amseryddion</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Beth ddigwyddodd</translation>
    </message>
</context>
<context>
    <name>HandoverHead</name>
    <message>
        <source>Call the control room on</source>
        <translation>Ffoniwch yr ystafell reoli ar</translation>
    </message>
    <message>
        <source>Call the control room: its number is not set in Settings</source>
        <translation>Ffoniwch yr ystafell reoli: nid yw ei rhif wedi&apos;i osod yn y Gosodiadau</translation>
    </message>
    <message>
        <source>{author} to {account}. Received {received}, handed over {handed_over} by {handler}. Id {id}</source>
        <translation>{author} at {account}. Derbyniwyd {received}, trosglwyddwyd {handed_over} gan {handler}. Id {id}</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Closed: {code}</source>
        <translation>Ar gau: {code}</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Proffil</translation>
    </message>
    <message>
        <source>Public profile</source>
        <translation>Proffil cyhoeddus</translation>
    </message>
    <message>
        <source>Show or hide the author&apos;s public profile (Ctrl+P)</source>
        <translation>Dangos neu guddio proffil cyhoeddus yr awdur (Ctrl+P)</translation>
    </message>
    <message>
        <source>Unowned</source>
        <translation>Heb berchennog</translation>
    </message>
    <message>
        <source>Yours until {time}</source>
        <translation>Eich un chi hyd {time}</translation>
    </message>
    <message>
        <source>direct messages</source>
        <translation>negeseuon uniongyrchol</translation>
    </message>
    <message>
        <source>public</source>
        <translation>cyhoeddus</translation>
    </message>
    <message>
        <source>{handle}  ·  {network}, {direct}  ·  to {account}</source>
        <translation>{handle}  ·  {network}, {direct}  ·  at {account}</translation>
    </message>
    <message>
        <source>{name} until {time}</source>
        <translation>{name} hyd {time}</translation>
    </message>
</context>
<context>
    <name>HoldPanel</name>
    <message>
        <source>A head of comms lifts and releases.</source>
        <translation>Pennaeth cyfathrebu sy&apos;n codi ac yn rhyddhau.</translation>
    </message>
    <message>
        <source>Had already gone</source>
        <translation>Eisoes wedi mynd</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Wedi&apos;i atal</translation>
    </message>
    <message>
        <source>Held ({count})</source>
        <translation>Wedi&apos;u hatal ({count})</translation>
    </message>
    <message>
        <source>It goes out at its time; what is past its time waits for a new one.</source>
        <translation>Â allan ar ei amser; mae&apos;r hyn sydd wedi mynd heibio ei amser yn aros am un newydd.</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>Codi&apos;r ataliad</translation>
    </message>
    <message>
        <source>Release individually</source>
        <translation>Rhyddhau fesul un</translation>
    </message>
    <message>
        <source>These had left before the hold. Withdraw them from the post&apos;s own page.</source>
        <translation>Roedd y rhain wedi mynd cyn yr ataliad. Tynnwch nhw&apos;n ôl o dudalen y postiad ei hun.</translation>
    </message>
</context>
<context>
    <name>ImageCard</name>
    <message>
        <source>Describe the image for people who cannot see it.</source>
        <translation>Disgrifiwch y ddelwedd i bobl na allant ei gweld.</translation>
    </message>
    <message>
        <source>Description of image {number}</source>
        <translation>Disgrifiad o ddelwedd {number}</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Cynharach</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Hwyrach</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Yn llwytho</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Tynnu</translation>
    </message>
    <message>
        <source>{act} (image {number})</source>
        <translation>{act} (delwedd {number})</translation>
    </message>
</context>
<context>
    <name>ImageStrip</name>
    <message>
        <source>Add images</source>
        <translation>Ychwanegu delweddau</translation>
    </message>
    <message>
        <source>Add images…</source>
        <translation>Ychwanegu delweddau…</translation>
    </message>
    <message>
        <source>Images (*.jpg *.jpeg *.png *.gif *.webp);;All files (*)</source>
        <translation>Delweddau (*.jpg *.jpeg *.png *.gif *.webp);;Pob ffeil (*)</translation>
    </message>
    <message>
        <source>Or drop them here, or paste one into the text.</source>
        <translation>Neu gollyngwch nhw yma, neu gludwch un i&apos;r testun.</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>A life-at-risk conversation is closed by a supervisor. Ask one to close it.</source>
        <translation>Goruchwyliwr sy&apos;n cau sgwrs lle mae bywyd mewn perygl. Gofynnwch i un ei chau.</translation>
    </message>
    <message>
        <source>A message in this conversation has not been read. Read it before closing.</source>
        <translation>Nid yw neges yn y sgwrs hon wedi&apos;i darllen. Darllenwch hi cyn cau.</translation>
    </message>
    <message>
        <source>A reply in this conversation is not sent yet. Close it once the reply was sent.</source>
        <translation>Nid yw ateb yn y sgwrs hon wedi&apos;i anfon eto. Caewch hi ar ôl anfon yr ateb.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Derbyniwyd</translation>
    </message>
    <message>
        <source>Account made</source>
        <translation>Crëwyd y cyfrif</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Cyfeiriad</translation>
    </message>
    <message>
        <source>As seen</source>
        <translation>Fel y&apos;i gwelwyd</translation>
    </message>
    <message>
        <source>Author not known</source>
        <translation>Awdur anhysbys</translation>
    </message>
    <message>
        <source>Automated</source>
        <translation>Awtomataidd</translation>
    </message>
    <message>
        <source>Automatic triage failed on this message. Read it and judge it yourself.</source>
        <translation>Methodd y brysbennu awtomatig ar y neges hon. Darllenwch hi a&apos;i barnu eich hun.</translation>
    </message>
    <message>
        <source>Blue Lamp could not read this account: see the log file.</source>
        <translation>Ni allai Blue Lamp ddarllen y cyfrif hwn: gweler y ffeil log.</translation>
    </message>
    <message>
        <source>Choose someone who is active and whose role answers the public.</source>
        <translation>Dewiswch rywun sy&apos;n weithredol ac y mae ei rôl yn ateb y cyhoedd.</translation>
    </message>
    <message>
        <source>Choose why the conversation is closed.</source>
        <translation>Dewiswch pam y caiff y sgwrs ei chau.</translation>
    </message>
    <message>
        <source>Closed: {code}</source>
        <translation>Ar gau: {code}</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Uniongyrchol</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Dilynwyr</translation>
    </message>
    <message>
        <source>Handed over, not accepted</source>
        <translation>Trosglwyddwyd, heb ei dderbyn</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Enw&apos;r cyfrif</translation>
    </message>
    <message>
        <source>Handover closed</source>
        <translation>Caewyd y trosglwyddiad</translation>
    </message>
    <message>
        <source>Handover not delivered</source>
        <translation>Ni ddanfonwyd y trosglwyddiad</translation>
    </message>
    <message>
        <source>Handover rejected</source>
        <translation>Gwrthodwyd y trosglwyddiad</translation>
    </message>
    <message>
        <source>Harm</source>
        <translation>Niwed</translation>
    </message>
    <message>
        <source>Its server has begun to answer and does not come to an end.</source>
        <translation>Mae ei weinydd wedi dechrau ateb ac nid yw&apos;n dod i ben.</translation>
    </message>
    <message>
        <source>Judged by a person: {why}</source>
        <translation>Barnwyd gan berson: {why}</translation>
    </message>
    <message>
        <source>LIFE AT RISK</source>
        <translation>BYWYD MEWN PERYGL</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Cofnodwyd</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Not graded</source>
        <translation>Heb ei graddio</translation>
    </message>
    <message>
        <source>Read later: see conversation {number}</source>
        <translation>Darllenwyd yn ddiweddarach: gweler sgwrs {number}</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risg</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Arferol</translation>
    </message>
    <message>
        <source>Sent from the account at {time}</source>
        <translation>Anfonwyd o&apos;r cyfrif am {time}</translation>
    </message>
    <message>
        <source>The conversation stands at that priority or above already.</source>
        <translation>Mae&apos;r sgwrs ar y flaenoriaeth honno neu uwch eisoes.</translation>
    </message>
    <message>
        <source>The conversation stands at that priority or below already.</source>
        <translation>Mae&apos;r sgwrs ar y flaenoriaeth honno neu is eisoes.</translation>
    </message>
    <message>
        <source>The reply is {over} {unit} too long for this network. Shorten it.</source>
        <translation>Mae&apos;r ateb {over} o {unit} yn rhy hir i&apos;r rhwydwaith hwn. Byrhewch ef.</translation>
    </message>
    <message>
        <source>There is no message here that could be answered. Look at the account on the network.</source>
        <translation>Nid oes neges yma y gellid ei hateb. Edrychwch ar y cyfrif ar y rhwydwaith.</translation>
    </message>
    <message>
        <source>This conversation changed while you were looking at it. Look at it again, then repeat what you did.</source>
        <translation>Newidiodd y sgwrs hon wrth i chi edrych arni. Edrychwch arni eto, yna gwnewch eto&apos;r hyn a wnaethoch.</translation>
    </message>
    <message>
        <source>This conversation is closed already.</source>
        <translation>Mae&apos;r sgwrs hon eisoes ar gau.</translation>
    </message>
    <message>
        <source>This conversation is closed. Reopen it to reply.</source>
        <translation>Mae&apos;r sgwrs hon ar gau. Ailagorwch hi i ateb.</translation>
    </message>
    <message>
        <source>This conversation is not in the inbox. Look at the list again.</source>
        <translation>Nid yw&apos;r sgwrs hon yn y mewnflwch. Edrychwch ar y rhestr eto.</translation>
    </message>
    <message>
        <source>This conversation is open already.</source>
        <translation>Mae&apos;r sgwrs hon eisoes ar agor.</translation>
    </message>
    <message>
        <source>This conversation was handed to the contact centre. Record its incident reference before closing.</source>
        <translation>Trosglwyddwyd y sgwrs hon i&apos;r ganolfan gyswllt. Cofnodwch gyfeirnod ei digwyddiad cyn cau.</translation>
    </message>
    <message>
        <source>This message could not be read ({fault}). What the network sent is kept, and Blue Lamp tries again; meanwhile look at {handle} on the network itself.</source>
        <translation>Ni ellid darllen y neges hon ({fault}). Cedwir yr hyn a anfonodd y rhwydwaith, ac mae Blue Lamp yn ceisio eto; yn y cyfamser edrychwch ar {handle} ar y rhwydwaith ei hun.</translation>
    </message>
    <message>
        <source>Threat</source>
        <translation>Bygythiad</translation>
    </message>
    <message>
        <source>Unowned</source>
        <translation>Heb berchennog</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Taer</translation>
    </message>
    <message>
        <source>What can be made out of it:</source>
        <translation>Yr hyn y gellir ei ddeall ohoni:</translation>
    </message>
    <message>
        <source>Write the Re-THRIVE: what changed, and why the priority may be lowered.</source>
        <translation>Ysgrifennwch yr Ail-THRIVE: beth newidiodd, a pham y gellir gostwng y flaenoriaeth.</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>Ysgrifennwch y nodyn yn gyntaf.</translation>
    </message>
    <message>
        <source>Write the reply first.</source>
        <translation>Ysgrifennwch yr ateb yn gyntaf.</translation>
    </message>
    <message>
        <source>Yes: it says of itself that it is a bot</source>
        <translation>Ydy: mae&apos;n dweud ei hun mai bot ydyw</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Eich un chi</translation>
    </message>
    <message>
        <source>received {time}, captured {delay} later</source>
        <translation>derbyniwyd {time}, cipiwyd {delay} yn ddiweddarach</translation>
    </message>
    <message>
        <source>{count} not read</source>
        <translation>{count} heb eu darllen</translation>
    </message>
    <message>
        <source>{handle} is disconnected. Connect it again to reply.</source>
        <translation>Mae {handle} wedi&apos;i ddatgysylltu. Cysylltwch ef eto i ateb.</translation>
    </message>
    <message>
        <source>{handle} must be connected again before it can send. Ask an administrator.</source>
        <translation>Rhaid cysylltu {handle} eto cyn y gall anfon. Gofynnwch i weinyddwr.</translation>
    </message>
    <message>
        <source>{name} is handling this conversation until {until}. Speak to them, or ask a supervisor to reassign it.</source>
        <translation>Mae {name} yn trin y sgwrs hon hyd {until}. Siaradwch â nhw, neu gofynnwch i oruchwyliwr ei hailneilltuo.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} eil</translation>
    </message>
    <message>
        <source>{software} does not let this account send direct messages. Answer by another way.</source>
        <translation>Nid yw {software} yn gadael i&apos;r cyfrif hwn anfon negeseuon uniongyrchol. Atebwch mewn ffordd arall.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>InboxScreen</name>
    <message>
        <source>Inbox</source>
        <translation>Mewnflwch</translation>
    </message>
</context>
<context>
    <name>IncidentForm</name>
    <message>
        <source>Date of the incident log</source>
        <translation>Dyddiad log y digwyddiad</translation>
    </message>
    <message>
        <source>Incident reference</source>
        <translation>Cyfeirnod y digwyddiad</translation>
    </message>
    <message>
        <source>Such as 412 or CAD 4321/14MAY25</source>
        <translation>Megis 412 neu CAD 4321/14MAY25</translation>
    </message>
    <message>
        <source>System it was recorded in</source>
        <translation>Y system y&apos;i cofnodwyd ynddi</translation>
    </message>
    <message>
        <source>System, if known</source>
        <translation>System, os yw&apos;n hysbys</translation>
    </message>
    <message>
        <source>of</source>
        <translation>ar</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>direct message</source>
        <translation>neges uniongyrchol</translation>
    </message>
    <message>
        <source>mention</source>
        <translation>crybwylliad</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>dyfyniad</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>ateb</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Accepted within {time} of the receipt, else alarm and phone</source>
        <translation>Derbyn o fewn {time} i&apos;w ddyfod i law, fel arall larwm a galwad ffôn</translation>
    </message>
    <message>
        <source>Accepted within {time} of the receipt, else the duty inspector</source>
        <translation>Derbyn o fewn {time} i&apos;w ddyfod i law, fel arall yr arolygydd ar ddyletswydd</translation>
    </message>
    <message>
        <source>At {time}, {late} late</source>
        <translation>Am {time}, {late} yn hwyr</translation>
    </message>
    <message>
        <source>Delivered within {time} of the handover, else phone</source>
        <translation>Danfon o fewn {time} i&apos;r trosglwyddo, fel arall galwad ffôn</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Trosglwyddwyd</translation>
    </message>
    <message>
        <source>In time, at {time}</source>
        <translation>Mewn pryd, am {time}</translation>
    </message>
    <message>
        <source>Not needed any more</source>
        <translation>Nid oes ei angen mwyach</translation>
    </message>
    <message>
        <source>Opened within {time} of the receipt, else supervisor</source>
        <translation>Agor o fewn {time} i&apos;w ddyfod i law, fel arall y goruchwyliwr</translation>
    </message>
    <message>
        <source>Passed at {time}, {late} ago</source>
        <translation>Aeth heibio am {time}, {late} yn ôl</translation>
    </message>
    <message>
        <source>Received by the network</source>
        <translation>Derbyniwyd gan y rhwydwaith</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>{left} ar ôl</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} mun</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} eil</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Kept: Blue Lamp speaks {language} from the next start on.</source>
        <translation>Cadwyd: bydd Blue Lamp yn siarad {language} o&apos;r tro nesaf y caiff ei ddechrau.</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>Iaith y rhyngwyneb</translation>
    </message>
    <message>
        <source>Settled for this computer by whoever looks after it (BLUELAMP_LANGUAGE).</source>
        <translation>Pennwyd ar gyfer y cyfrifiadur hwn gan bwy bynnag sy&apos;n gofalu amdano (BLUELAMP_LANGUAGE).</translation>
    </message>
    <message>
        <source>Your own choice on this computer. It takes effect at the next start.</source>
        <translation>Eich dewis chi eich hun ar y cyfrifiadur hwn. Daw i rym y tro nesaf y caiff ei ddechrau.</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Choose less in the filters above.</source>
        <translation>Dewiswch lai yn yr hidlyddion uchod.</translation>
    </message>
    <message>
        <source>Go to what is new; Home goes to the top</source>
        <translation>Mynd at yr hyn sy&apos;n newydd; mae Home yn mynd i&apos;r brig</translation>
    </message>
    <message>
        <source>Life at risk: {count}</source>
        <translation>Bywyd mewn perygl: {count}</translation>
    </message>
    <message>
        <source>Most urgent first, then newest</source>
        <translation>Mwyaf taer yn gyntaf, yna&apos;r diweddaraf</translation>
    </message>
    <message>
        <source>Newest first, found by words</source>
        <translation>Diweddaraf yn gyntaf, yn ôl geiriau</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nid oes dim yn cyfateb</translation>
    </message>
    <message>
        <source>The inbox is empty</source>
        <translation>Mae&apos;r mewnflwch yn wag</translation>
    </message>
    <message>
        <source>What the public writes to your accounts appears here by itself.</source>
        <translation>Mae&apos;r hyn y mae&apos;r cyhoedd yn ei ysgrifennu at eich cyfrifon yn ymddangos yma ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} newydd</translation>
    </message>
    <message>
        <source>{count}+ new</source>
        <translation>{count}+ newydd</translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>The file of trusted certificates {file} cannot be read. Correct it in the settings.</source>
        <translation>Ni ellir darllen y ffeil o dystysgrifau y gellir ymddiried ynddynt {file}. Cywirwch hi yn y gosodiadau.</translation>
    </message>
    <message>
        <source>The mail server did not take the mail ({answer}).</source>
        <translation>Ni chymerodd y gweinydd e-bost yr e-bost ({answer}).</translation>
    </message>
    <message>
        <source>The mail server does not answer as it should ({answer}).</source>
        <translation>Nid yw&apos;r gweinydd e-bost yn ateb fel y dylai ({answer}).</translation>
    </message>
    <message>
        <source>The mail server does not take mail for {address} ({answer}).</source>
        <translation>Nid yw&apos;r gweinydd e-bost yn cymryd e-bost i {address} ({answer}).</translation>
    </message>
    <message>
        <source>The mail server does not take mail from {address} ({answer}).</source>
        <translation>Nid yw&apos;r gweinydd e-bost yn cymryd e-bost oddi wrth {address} ({answer}).</translation>
    </message>
    <message>
        <source>The mail server {where} could not be reached: {fault}.</source>
        <translation>Ni ellid cyrraedd y gweinydd e-bost {where}: {fault}.</translation>
    </message>
    <message>
        <source>The mail server {where} could not be trusted ({fault}); nothing was sent.</source>
        <translation>Ni ellid ymddiried yn y gweinydd e-bost {where} ({fault}); ni anfonwyd dim.</translation>
    </message>
    <message>
        <source>The mail server {where} did not answer as it should: {fault}.</source>
        <translation>Ni atebodd y gweinydd e-bost {where} fel y dylai: {fault}.</translation>
    </message>
    <message>
        <source>The mail server {where} did not answer in time.</source>
        <translation>Ni atebodd y gweinydd e-bost {where} mewn pryd.</translation>
    </message>
    <message>
        <source>The mail server {where} did not do its part ({answer}).</source>
        <translation>Ni wnaeth y gweinydd e-bost {where} ei ran ({answer}).</translation>
    </message>
    <message>
        <source>The mail server {where} does not let {name} in ({answer}). Correct the user name and password in the settings.</source>
        <translation>Nid yw&apos;r gweinydd e-bost {where} yn gadael {name} i mewn ({answer}). Cywirwch yr enw defnyddiwr a&apos;r cyfrinair yn y gosodiadau.</translation>
    </message>
    <message>
        <source>The mail server {where} ended the connection.</source>
        <translation>Daeth y gweinydd e-bost {where} â&apos;r cysylltiad i ben.</translation>
    </message>
    <message>
        <source>The mail server {where} offers no encryption (STARTTLS), and a contact record is never sent in clear. Ask its administrator to switch it on.</source>
        <translation>Nid yw&apos;r gweinydd e-bost {where} yn cynnig amgryptio (STARTTLS), ac ni chaiff cofnod cyswllt byth ei anfon heb ei amgryptio. Gofynnwch i&apos;w weinyddwr ei droi ymlaen.</translation>
    </message>
    <message>
        <source>{host} took the mail ({answer})</source>
        <translation>Cymerodd {host} yr e-bost ({answer})</translation>
    </message>
    <message>
        <source>{where} answers by {how} and lets us in.</source>
        <translation>Mae {where} yn ateb drwy {how} ac yn ein gadael i mewn.</translation>
    </message>
    <message>
        <source>{where} answers by {how} and lets {name} in.</source>
        <translation>Mae {where} yn ateb drwy {how} ac yn gadael {name} i mewn.</translation>
    </message>
</context>
<context>
    <name>MailFields</name>
    <message>
        <source>Check the mail server</source>
        <translation>Gwirio&apos;r gweinydd e-bost</translation>
    </message>
    <message>
        <source>Empty: what this computer trusts.</source>
        <translation>Gwag: yr hyn y mae&apos;r cyfrifiadur hwn yn ymddiried ynddo.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Amgryptio</translation>
    </message>
    <message>
        <source>File of trusted certificates (PEM)</source>
        <translation>Ffeil o dystysgrifau y gellir ymddiried ynddynt (PEM)</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Gweinydd e-bost</translation>
    </message>
    <message>
        <source>Nothing is ever sent in clear.</source>
        <translation>Ni chaiff dim byth ei anfon heb ei amgryptio.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Cyfrinair</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porth</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Derbynnydd</translation>
    </message>
    <message>
        <source>STARTTLS (without it the port speaks TLS at once, usually 465)</source>
        <translation>STARTTLS (hebddo mae&apos;r porth yn siarad TLS ar unwaith, 465 fel arfer)</translation>
    </message>
    <message>
        <source>Send handovers by mail</source>
        <translation>Anfon trosglwyddiadau drwy e-bost</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Anfonwr</translation>
    </message>
    <message>
        <source>The contact centre&apos;s own mailbox.</source>
        <translation>Blwch e-bost y ganolfan gyswllt ei hun.</translation>
    </message>
    <message>
        <source>User name, if it asks for one</source>
        <translation>Enw defnyddiwr, os yw&apos;n gofyn am un</translation>
    </message>
</context>
<context>
    <name>Mastodon</name>
    <message>
        <source>Access was not allowed in the browser. Begin again and choose Allow.</source>
        <translation>Ni chaniatawyd mynediad yn y porwr. Dechreuwch eto a dewiswch Allow.</translation>
    </message>
    <message>
        <source>An empty line</source>
        <translation>Llinell wag</translation>
    </message>
    <message>
        <source>Only https servers can be connected: without it the token could be read on the way.</source>
        <translation>Dim ond gweinyddion https y gellir eu cysylltu: hebddo gellid darllen y tocyn ar y ffordd.</translation>
    </message>
    <message>
        <source>The browser did not come back. Begin again, or use the code that the page shows.</source>
        <translation>Ni ddaeth y porwr yn ôl. Dechreuwch eto, neu defnyddiwch y cod y mae&apos;r dudalen yn ei ddangos.</translation>
    </message>
    <message>
        <source>The browser&apos;s answer belongs to another attempt. Begin again.</source>
        <translation>Mae ateb y porwr yn perthyn i ymgais arall. Dechreuwch eto.</translation>
    </message>
    <message>
        <source>The server did not accept the code. Begin again and allow Blue Lamp within ten minutes.</source>
        <translation>Ni dderbyniodd y gweinydd y cod. Dechreuwch eto a rhowch ganiatâd i Blue Lamp o fewn deng munud.</translation>
    </message>
    <message>
        <source>The server let us in and then did not answer as Mastodon does: {reason}</source>
        <translation>Gadawodd y gweinydd ni i mewn ac yna nid atebodd fel y mae Mastodon yn ei wneud: {reason}</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not the list that was asked for.</source>
        <translation>Nid y rhestr y gofynnwyd amdani yw ateb y gweinydd.</translation>
    </message>
    <message>
        <source>{host} answered what is no post.</source>
        <translation>Atebodd {host} rywbeth nad yw&apos;n bostiad.</translation>
    </message>
    <message>
        <source>{host} answered what is not JSON.</source>
        <translation>Atebodd {host} rywbeth nad yw&apos;n JSON.</translation>
    </message>
    <message>
        <source>{host} cannot delete posts through its API: delete it by hand on the server&apos;s own page.</source>
        <translation>Ni all {host} ddileu postiadau drwy ei API: dilëwch ef â llaw ar dudalen y gweinydd ei hun.</translation>
    </message>
    <message>
        <source>{host} did not say what became of an image.</source>
        <translation>Ni ddywedodd {host} beth ddaeth o ddelwedd.</translation>
    </message>
    <message>
        <source>{host} does not speak the Mastodon API. Check the server&apos;s address.</source>
        <translation>Nid yw {host} yn siarad API Mastodon. Gwiriwch gyfeiriad y gweinydd.</translation>
    </message>
    <message>
        <source>{host} no longer accepts this account&apos;s token. Connect the account again.</source>
        <translation>Nid yw {host} yn derbyn tocyn y cyfrif hwn mwyach. Cysylltwch y cyfrif eto.</translation>
    </message>
    <message>
        <source>{host} said no: {reason}.</source>
        <translation>Gwrthododd {host}: {reason}.</translation>
    </message>
    <message>
        <source>{reason} Check the server&apos;s address and your connection.</source>
        <translation>{reason} Gwiriwch gyfeiriad y gweinydd a&apos;ch cysylltiad.</translation>
    </message>
    <message>
        <source>{software} cannot delete posts for us: one that is withdrawn is deleted by hand on its own page.</source>
        <translation>Ni all {software} ddileu postiadau drosom: caiff un a dynnir yn ôl ei ddileu â llaw ar ei dudalen ei hun.</translation>
    </message>
    <message>
        <source>{software} does not describe itself fully: Mastodon&apos;s usual limits are assumed.</source>
        <translation>Nid yw {software} yn ei ddisgrifio&apos;i hun yn llawn: tybir terfynau arferol Mastodon.</translation>
    </message>
    <message>
        <source>{software} does not keep our key: after a lost answer the account is read before anything else.</source>
        <translation>Nid yw {software} yn cadw ein hallwedd: ar ôl colli ateb darllenir y cyfrif cyn dim arall.</translation>
    </message>
    <message>
        <source>{software} shows a direct message to anyone who has its address: write nothing secret in one.</source>
        <translation>Mae {software} yn dangos neges uniongyrchol i unrhyw un sydd â&apos;i chyfeiriad: peidiwch ag ysgrifennu dim cyfrinachol mewn un.</translation>
    </message>
    <message>
        <source>{typed} is not a server&apos;s address. Type one like mastodon.social.</source>
        <translation>Nid yw {typed} yn gyfeiriad gweinydd. Teipiwch un megis mastodon.social.</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>The alt text has {count} characters and {network} takes {most}. Shorten it.</source>
        <translation>Mae gan y testun amgen {count} o nodau ac mae {network} yn cymryd {most}. Byrhewch ef.</translation>
    </message>
    <message>
        <source>The image cannot be made small enough for {network} ({most}). Use a smaller image.</source>
        <translation>Ni ellir gwneud y ddelwedd yn ddigon bach i {network} ({most}). Defnyddiwch ddelwedd lai.</translation>
    </message>
    <message>
        <source>The image has no alt text. Describe it for people who cannot see it.</source>
        <translation>Nid oes gan y ddelwedd destun amgen. Disgrifiwch hi i bobl na allant ei gweld.</translation>
    </message>
    <message>
        <source>The image has {size} and {network} takes {most}. Use a smaller image.</source>
        <translation>Maint y ddelwedd yw {size} ac mae {network} yn cymryd {most}. Defnyddiwch ddelwedd lai.</translation>
    </message>
    <message>
        <source>The moving image is too long or too large. Use a shorter one.</source>
        <translation>Mae&apos;r ddelwedd symudol yn rhy hir neu&apos;n rhy fawr. Defnyddiwch un fyrrach.</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>ni ellir ei darllen</translation>
    </message>
    <message>
        <source>{network} cannot show this moving image. Use a still image for this account, or leave the image out there.</source>
        <translation>Ni all {network} ddangos y ddelwedd symudol hon. Defnyddiwch ddelwedd lonydd ar gyfer y cyfrif hwn, neu gadewch y ddelwedd allan yno.</translation>
    </message>
    <message>
        <source>{network} cannot show this moving image. Use a still image there.</source>
        <translation>Ni all {network} ddangos y ddelwedd symudol hon. Defnyddiwch ddelwedd lonydd yno.</translation>
    </message>
    <message>
        <source>{network} does not take {kind} images. Convert the image first.</source>
        <translation>Nid yw {network} yn cymryd delweddau {kind}. Troswch y ddelwedd yn gyntaf.</translation>
    </message>
    <message>
        <source>{network} takes no images. Leave the image out for this account.</source>
        <translation>Nid yw {network} yn cymryd delweddau. Gadewch y ddelwedd allan ar gyfer y cyfrif hwn.</translation>
    </message>
    <message>
        <source>“{name}” could not be opened: {why}. Choose another file.</source>
        <translation>Ni ellid agor “{name}”: {why}. Dewiswch ffeil arall.</translation>
    </message>
    <message>
        <source>“{name}” has too many pixels (the most is {most} million). Use a smaller image.</source>
        <translation>Mae gan “{name}” ormod o bicseli (y mwyaf yw {most} miliwn). Defnyddiwch ddelwedd lai.</translation>
    </message>
    <message>
        <source>“{name}” is damaged and cannot be read. Save it again or use another.</source>
        <translation>Mae “{name}” wedi&apos;i difrodi ac ni ellir ei darllen. Cadwch hi eto neu defnyddiwch un arall.</translation>
    </message>
    <message>
        <source>“{name}” is not an image that can be published. Use a {kinds} file.</source>
        <translation>Nid yw “{name}” yn ddelwedd y gellir ei chyhoeddi. Defnyddiwch ffeil {kinds}.</translation>
    </message>
    <message>
        <source>“{name}” is not what its name says: it holds a {kind} image. Make sure that it is the right file, give it the right ending and add it again.</source>
        <translation>Nid yw “{name}” yr hyn y mae ei henw&apos;n ei ddweud: mae&apos;n dal delwedd {kind}. Gwnewch yn siŵr mai dyma&apos;r ffeil iawn, rhowch y terfyniad cywir iddi a&apos;i hychwanegu eto.</translation>
    </message>
    <message>
        <source>“{name}” is too large ({size}); the most is {most}. Use a smaller image.</source>
        <translation>Mae “{name}” yn rhy fawr ({size}); y mwyaf yw {most}. Defnyddiwch ddelwedd lai.</translation>
    </message>
</context>
<context>
    <name>MonthBoard</name>
    <message>
        <source>Today, {day}</source>
        <translation>Heddiw, {day}</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>The connection to {host} broke: {fault}.</source>
        <translation>Torrodd y cysylltiad â {host}: {fault}.</translation>
    </message>
    <message>
        <source>{host} asks us to slow down.</source>
        <translation>Mae {host} yn gofyn i ni arafu.</translation>
    </message>
    <message>
        <source>{host} could not be reached: {fault}.</source>
        <translation>Ni ellid cyrraedd {host}: {fault}.</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>Ni atebodd {host} mewn pryd.</translation>
    </message>
    <message>
        <source>{host} has a fault of its own (HTTP {status}).</source>
        <translation>Mae gan {host} nam ei hun (HTTP {status}).</translation>
    </message>
    <message>
        <source>{url!r} is not a web address.</source>
        <translation>Nid yw {url!r} yn gyfeiriad gwe.</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>At least {number} characters: three random words do.</source>
        <translation>O leiaf {number} o nodau: mae tri gair ar hap yn ddigon.</translation>
    </message>
    <message>
        <source>Choose a password of at least {number} characters: three random words do.</source>
        <translation>Dewiswch gyfrinair o leiaf {number} o nodau: mae tri gair ar hap yn ddigon.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Cyfrinair newydd</translation>
    </message>
    <message>
        <source>The new password once more</source>
        <translation>Y cyfrinair newydd unwaith eto</translation>
    </message>
    <message>
        <source>The two passwords differ. Type them again.</source>
        <translation>Mae&apos;r ddau gyfrinair yn wahanol. Teipiwch nhw eto.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Dismiss</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>Cau&apos;r hysbysiad hwn</translation>
    </message>
    <message>
        <source>Something went wrong in Blue Lamp itself ({kind}). What was stored is safe. Try again; if it happens again, tell your administrator.</source>
        <translation>Aeth rhywbeth o&apos;i le yn Blue Lamp ei hun ({kind}). Mae&apos;r hyn a gadwyd yn ddiogel. Rhowch gynnig arall arni; os digwydd eto, dywedwch wrth eich gweinyddwr.</translation>
    </message>
</context>
<context>
    <name>OwnText</name>
    <message>
        <source>Text for {handle}</source>
        <translation>Testun ar gyfer {handle}</translation>
    </message>
    <message>
        <source>This account gets the same text as all others.</source>
        <translation>Mae&apos;r cyfrif hwn yn cael yr un testun â phob un arall.</translation>
    </message>
    <message>
        <source>This account has a text of its own.</source>
        <translation>Mae gan y cyfrif hwn destun ei hun.</translation>
    </message>
    <message>
        <source>Use the same text as the others again</source>
        <translation>Defnyddio&apos;r un testun â&apos;r lleill eto</translation>
    </message>
    <message>
        <source>Write a different text for this account</source>
        <translation>Ysgrifennu testun gwahanol ar gyfer y cyfrif hwn</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>A user name is up to 80 of the letters a to z, digits, and . _ - @ +: others can look like these.</source>
        <translation>Hyd at 80 o&apos;r llythrennau a i z, digidau, a . _ - @ + yw enw defnyddiwr: gall rhai eraill edrych fel y rhain.</translation>
    </message>
    <message>
        <source>Choose a password of at least {shortest} characters: three random words do.</source>
        <translation>Dewiswch gyfrinair o leiaf {shortest} o nodau: mae tri gair ar hap yn ddigon.</translation>
    </message>
    <message>
        <source>Choose a password of at most {longest} characters that can be typed anywhere.</source>
        <translation>Dewiswch gyfrinair o {longest} nod ar y mwyaf y gellir eu teipio yn unrhyw le.</translation>
    </message>
    <message>
        <source>Choose a role for this person.</source>
        <translation>Dewiswch rôl i&apos;r person hwn.</translation>
    </message>
    <message>
        <source>Enter a name and a user name.</source>
        <translation>Rhowch enw ac enw defnyddiwr.</translation>
    </message>
    <message>
        <source>Enter the force&apos;s name.</source>
        <translation>Rhowch enw&apos;r heddlu.</translation>
    </message>
    <message>
        <source>Enter the phone number of the contact centre: it is shown when a life may be at risk.</source>
        <translation>Rhowch rif ffôn y ganolfan gyswllt: fe&apos;i dangosir pan all bywyd fod mewn perygl.</translation>
    </message>
    <message>
        <source>That is not your password now. Type the one that you signed in with, or ask an administrator.</source>
        <translation>Nid hwnnw yw eich cyfrinair nawr. Teipiwch yr un y gwnaethoch fewngofnodi ag ef, neu gofynnwch i weinyddwr.</translation>
    </message>
    <message>
        <source>That user name and password do not go together. Check both, or ask an administrator.</source>
        <translation>Nid yw&apos;r enw defnyddiwr a&apos;r cyfrinair hynny&apos;n mynd gyda&apos;i gilydd. Gwiriwch y ddau, neu gofynnwch i weinyddwr.</translation>
    </message>
    <message>
        <source>The user name {username} is taken. Choose another.</source>
        <translation>Mae&apos;r enw defnyddiwr {username} wedi&apos;i gymryd. Dewiswch un arall.</translation>
    </message>
    <message>
        <source>There is no active administrator of that user name.</source>
        <translation>Nid oes gweinyddwr gweithredol â&apos;r enw defnyddiwr hwnnw.</translation>
    </message>
    <message>
        <source>This is the last administrator. Make someone else an administrator first.</source>
        <translation>Dyma&apos;r gweinyddwr olaf. Gwnewch rywun arall yn weinyddwr yn gyntaf.</translation>
    </message>
    <message>
        <source>This person is not in this workspace.</source>
        <translation>Nid yw&apos;r person hwn yn y gweithle hwn.</translation>
    </message>
    <message>
        <source>This workspace is set up already. Sign in instead.</source>
        <translation>Mae&apos;r gweithle hwn eisoes wedi&apos;i sefydlu. Mewngofnodwch yn lle hynny.</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Try again in {minutes} min, or ask an administrator.</source>
        <translation>Gormod o gyfrineiriau anghywir. Rhowch gynnig arall arni ymhen {minutes} mun, neu gofynnwch i weinyddwr.</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message>
        <source>Add a person</source>
        <translation>Ychwanegu person</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Newid fy nghyfrinair</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Dadactifadu</translation>
    </message>
    <message>
        <source>Deactivate {name}? They cannot sign in any more; what they did stays recorded.</source>
        <translation>Dadactifadu {name}? Ni allant fewngofnodi mwyach; mae&apos;r hyn a wnaethant yn aros wedi&apos;i gofnodi.</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>Wedi&apos;i ddadactifadu</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pobl</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>{name} can sign in again, as {role}.</source>
        <translation>Gall {name} fewngofnodi eto, yn y rôl hon: {role}.</translation>
    </message>
    <message>
        <source>{name} has a new password. Tell it to them in person.</source>
        <translation>Mae gan {name} gyfrinair newydd. Dywedwch ef wrthynt wyneb yn wyneb.</translation>
    </message>
    <message>
        <source>{name} is deactivated and cannot sign in any more.</source>
        <translation>Mae {name} wedi&apos;i ddadactifadu ac ni all fewngofnodi mwyach.</translation>
    </message>
    <message>
        <source>{name} is now: {role}. Where they are signed in they are asked to sign in again.</source>
        <translation>Rôl {name} nawr yw: {role}. Lle bynnag y maent wedi mewngofnodi, gofynnir iddynt fewngofnodi eto.</translation>
    </message>
    <message>
        <source>{name} may sign in as {username} now.</source>
        <translation>Gall {name} fewngofnodi fel {username} nawr.</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>A leaver is deactivated: they cannot sign in, and what they did stays recorded.</source>
        <translation>Caiff rhywun sy&apos;n gadael ei ddadactifadu: ni all fewngofnodi, ac mae&apos;r hyn a wnaeth yn aros wedi&apos;i gofnodi.</translation>
    </message>
    <message>
        <source>About this person</source>
        <translation>Am y person hwn</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Gweithredol</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ychwanegwyd</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Newid y rôl</translation>
    </message>
    <message>
        <source>Deactivated: cannot sign in</source>
        <translation>Wedi&apos;i ddadactifadu: ni all fewngofnodi</translation>
    </message>
    <message>
        <source>Deactivate…</source>
        <translation>Dadactifadu…</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>Gadael</translation>
    </message>
    <message>
        <source>Let them sign in again</source>
        <translation>Gadael iddynt fewngofnodi eto</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Cyfrinair</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôl</translation>
    </message>
    <message>
        <source>Set a new password</source>
        <translation>Gosod cyfrinair newydd</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Cyflwr</translation>
    </message>
    <message>
        <source>This is the last administrator: make someone else an administrator first, then this role can be changed or this person deactivated.</source>
        <translation>Dyma&apos;r gweinyddwr olaf: gwnewch rywun arall yn weinyddwr yn gyntaf, yna gellir newid y rôl hon neu ddadactifadu&apos;r person hwn.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Enw defnyddiwr</translation>
    </message>
</context>
<context>
    <name>PostPage</name>
    <message>
        <source>A post that was not submitted yet</source>
        <translation>Postiad nas cyflwynwyd eto</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Yn ôl i&apos;r ciw</translation>
    </message>
    <message>
        <source>Choose a new time</source>
        <translation>Dewis amser newydd</translation>
    </message>
    <message>
        <source>Edit again</source>
        <translation>Golygu eto</translation>
    </message>
    <message>
        <source>Editing voids the approval: it must be submitted and approved again.</source>
        <translation>Mae golygu&apos;n gwneud y gymeradwyaeth yn ddi-rym: rhaid ei gyflwyno a&apos;i gymeradwyo eto.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Yn llwytho…</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Postiad</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Tynnu&apos;n ôl</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>Answer the next 5 requests with 503</source>
        <translation>Ateb y 5 cais nesaf gyda 503</translation>
    </message>
    <message>
        <source>Answer the next post 8 seconds late</source>
        <translation>Ateb y postiad nesaf 8 eiliad yn hwyr</translation>
    </message>
    <message>
        <source>Lose the answer to the next post</source>
        <translation>Colli&apos;r ateb i&apos;r postiad nesaf</translation>
    </message>
    <message>
        <source>Lose the next post before it arrives</source>
        <translation>Colli&apos;r postiad nesaf cyn iddo gyrraedd</translation>
    </message>
    <message>
        <source>Refuse the next post (422)</source>
        <translation>Gwrthod y postiad nesaf (422)</translation>
    </message>
    <message>
        <source>This folder holds a force&apos;s own workspace, so practice is not opened on it. Nothing was changed. Name another folder with --data.</source>
        <translation>Mae&apos;r ffolder hon yn dal gweithle heddlu ei hun, felly nid agorir yr ymarfer arni. Ni newidiwyd dim. Enwch ffolder arall gyda --data.</translation>
    </message>
    <message>
        <source>Throttle: 429 for 30 seconds</source>
        <translation>Cyfyngu: 429 am 30 eiliad</translation>
    </message>
</context>
<context>
    <name>PracticeScreen</name>
    <message>
        <source>As a direct message</source>
        <translation>Fel neges uniongyrchol</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Mae popeth yn gweithio.</translation>
    </message>
    <message>
        <source>Let everything work again</source>
        <translation>Gadael i bopeth weithio eto</translation>
    </message>
    <message>
        <source>Let them write</source>
        <translation>Gadael iddynt ysgrifennu</translation>
    </message>
    <message>
        <source>Make the network fail, and see what Blue Lamp says and does.</source>
        <translation>Gwneud i&apos;r rhwydwaith fethu, a gweld beth y mae Blue Lamp yn ei ddweud ac yn ei wneud.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Ymarfer</translation>
    </message>
    <message>
        <source>Something they might say</source>
        <translation>Rhywbeth y gallent ei ddweud</translation>
    </message>
    <message>
        <source>Speak as one of the simulated public; what they write arrives like any message.</source>
        <translation>Siaradwch fel un o&apos;r cyhoedd efelychiedig; mae&apos;r hyn a ysgrifennant yn cyrraedd fel unrhyw neges.</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Y rhwydwaith</translation>
    </message>
    <message>
        <source>The public</source>
        <translation>Y cyhoedd</translation>
    </message>
    <message>
        <source>To</source>
        <translation>At</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Pwy</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Geiriau</translation>
    </message>
    <message>
        <source>Write what they say first.</source>
        <translation>Ysgrifennwch yr hyn a ddywedant yn gyntaf.</translation>
    </message>
    <message>
        <source>{count} faults are armed and wait for their request.</source>
        <translation>Mae {count} nam wedi&apos;u harfogi ac yn aros am eu cais.</translation>
    </message>
    <message>
        <source>{name} wrote. It is collected in a few seconds.</source>
        <translation>Ysgrifennodd {name}. Caiff ei gasglu mewn ychydig eiliadau.</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Preview on {network}, {handle}</source>
        <translation>Rhagolwg ar {network}, {handle}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testun</translation>
    </message>
</context>
<context>
    <name>PreviewList</name>
    <message>
        <source>Choose an account to see how the post will look there.</source>
        <translation>Dewiswch gyfrif i weld sut y bydd y postiad yn edrych yno.</translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>All scheduled content is held.</source>
        <translation>Mae&apos;r holl gynnwys sydd wedi&apos;i amserlennu wedi&apos;i atal.</translation>
    </message>
    <message>
        <source>Cancelled by {name}.</source>
        <translation>Canslwyd gan {name}.</translation>
    </message>
    <message>
        <source>Check the account: posted / not posted? {why}</source>
        <translation>Edrychwch ar y cyfrif: wedi&apos;i bostio / heb ei bostio? {why}</translation>
    </message>
    <message>
        <source>It could not be prepared ({fault}).</source>
        <translation>Ni ellid ei baratoi ({fault}).</translation>
    </message>
    <message>
        <source>It could not be sent in time: {reason}</source>
        <translation>Ni ellid ei anfon mewn pryd: {reason}</translation>
    </message>
    <message>
        <source>It did not arrive, and it was to be withdrawn: it is not sent.</source>
        <translation>Ni chyrhaeddodd, ac roedd i gael ei dynnu&apos;n ôl: ni chaiff ei anfon.</translation>
    </message>
    <message>
        <source>It did not arrive. It is sent again.</source>
        <translation>Ni chyrhaeddodd. Caiff ei anfon eto.</translation>
    </message>
    <message>
        <source>It did not arrive. The same request is sent again.</source>
        <translation>Ni chyrhaeddodd. Anfonir yr un cais eto.</translation>
    </message>
    <message>
        <source>It waited too long for its turn, and another process took it over.</source>
        <translation>Arhosodd yn rhy hir am ei dro, a chymerodd proses arall ef drosodd.</translation>
    </message>
    <message>
        <source>Not removed from {handle} yet: {reason} It is tried again.</source>
        <translation>Heb ei ddileu o {handle} eto: {reason} Ceisir eto.</translation>
    </message>
    <message>
        <source>Not removed from {handle}: {reason}</source>
        <translation>Heb ei ddileu o {handle}: {reason}</translation>
    </message>
    <message>
        <source>Read the account: it is not there now.</source>
        <translation>Darllenwyd y cyfrif: nid yw yno nawr.</translation>
    </message>
    <message>
        <source>Read the account: it is not there. It did not arrive.</source>
        <translation>Darllenwyd y cyfrif: nid yw yno. Ni chyrhaeddodd.</translation>
    </message>
    <message>
        <source>Read the account: it is not there. Sending it again is safe: the network keeps our key.</source>
        <translation>Darllenwyd y cyfrif: nid yw yno. Mae&apos;n ddiogel ei anfon eto: mae&apos;r rhwydwaith yn cadw ein hallwedd.</translation>
    </message>
    <message>
        <source>Read the account: it is there ({network_id}).</source>
        <translation>Darllenwyd y cyfrif: mae yno ({network_id}).</translation>
    </message>
    <message>
        <source>Removed by hand, says {name}.</source>
        <translation>Dilëwyd â llaw, meddai {name}.</translation>
    </message>
    <message>
        <source>Removed from {handle}.</source>
        <translation>Dilëwyd o {handle}.</translation>
    </message>
    <message>
        <source>Removing.</source>
        <translation>Yn dileu.</translation>
    </message>
    <message>
        <source>Sending.</source>
        <translation>Yn anfon.</translation>
    </message>
    <message>
        <source>That time has passed. Choose a later one.</source>
        <translation>Mae&apos;r amser hwnnw wedi mynd heibio. Dewiswch un diweddarach.</translation>
    </message>
    <message>
        <source>The account cannot be read: {reason}</source>
        <translation>Ni ellir darllen y cyfrif: {reason}</translation>
    </message>
    <message>
        <source>The account could not be read: {reason}</source>
        <translation>Ni ellid darllen y cyfrif: {reason}</translation>
    </message>
    <message>
        <source>The address of the post begins with https:// - copy it from the browser, or leave it empty.</source>
        <translation>Mae cyfeiriad y postiad yn dechrau â https:// - copïwch ef o&apos;r porwr, neu gadewch ef yn wag.</translation>
    </message>
    <message>
        <source>The answer was lost; the account was read and holds the post.</source>
        <translation>Collwyd yr ateb; darllenwyd y cyfrif ac mae&apos;r postiad arno.</translation>
    </message>
    <message>
        <source>The hold is still in force. Lift it first; what it held stays held until you release it.</source>
        <translation>Mae&apos;r ataliad yn dal mewn grym. Codwch ef yn gyntaf; mae&apos;r hyn a ataliodd yn aros wedi&apos;i atal nes i chi ei ryddhau.</translation>
    </message>
    <message>
        <source>The network did not answer in time, and the post is not on the account so far.</source>
        <translation>Nid atebodd y rhwydwaith mewn pryd, ac nid yw&apos;r postiad ar y cyfrif hyd yma.</translation>
    </message>
    <message>
        <source>The network took it as {network_id}.</source>
        <translation>Cymerodd y rhwydwaith ef fel {network_id}.</translation>
    </message>
    <message>
        <source>The network&apos;s answer came late: it is there.</source>
        <translation>Daeth ateb y rhwydwaith yn hwyr: mae yno.</translation>
    </message>
    <message>
        <source>The process that was sending it stopped. Reading the account.</source>
        <translation>Stopiodd y broses a oedd yn ei anfon. Yn darllen y cyfrif.</translation>
    </message>
    <message>
        <source>The process that was to send it stopped before it began.</source>
        <translation>Stopiodd y broses a oedd i&apos;w anfon cyn iddi ddechrau.</translation>
    </message>
    <message>
        <source>This is not held. Look at the list again.</source>
        <translation>Nid yw hwn wedi&apos;i atal. Edrychwch ar y rhestr eto.</translation>
    </message>
    <message>
        <source>This is not to be removed, or is gone already. Look at it again.</source>
        <translation>Nid yw hwn i gael ei ddileu, neu mae wedi mynd eisoes. Edrychwch arno eto.</translation>
    </message>
    <message>
        <source>This post is being sent right now. Withdraw it in a moment.</source>
        <translation>Mae&apos;r postiad hwn yn cael ei anfon ar hyn o bryd. Tynnwch ef yn ôl mewn eiliad.</translation>
    </message>
    <message>
        <source>This publication is not in this workspace.</source>
        <translation>Nid yw&apos;r cyhoeddiad hwn yn y gweithle hwn.</translation>
    </message>
    <message>
        <source>This question was answered already.</source>
        <translation>Atebwyd y cwestiwn hwn eisoes.</translation>
    </message>
    <message>
        <source>To be removed if it is found on the account.</source>
        <translation>I&apos;w ddileu os ceir ef ar y cyfrif.</translation>
    </message>
    <message>
        <source>To be removed; not yet done.</source>
        <translation>I&apos;w ddileu; heb ei wneud eto.</translation>
    </message>
    <message>
        <source>What is stored of this post is not what was approved. It is not sent: tell your administrator.</source>
        <translation>Nid yr hyn a gymeradwywyd yw&apos;r hyn a gedwir o&apos;r postiad hwn. Ni chaiff ei anfon: dywedwch wrth eich gweinyddwr.</translation>
    </message>
    <message>
        <source>What is {was} cannot become {to}. Look at it again: it may have changed meanwhile.</source>
        <translation>Ni all yr hyn sydd yn y cyflwr “{was}” droi&apos;n “{to}”. Edrychwch arno eto: efallai ei fod wedi newid yn y cyfamser.</translation>
    </message>
    <message>
        <source>Withdrawn by {name} before it was sent.</source>
        <translation>Tynnwyd yn ôl gan {name} cyn iddo gael ei anfon.</translation>
    </message>
    <message>
        <source>a fault in Blue Lamp ({fault})</source>
        <translation>nam yn Blue Lamp ({fault})</translation>
    </message>
    <message>
        <source>it is not known which post there is meant. Remove it on the account itself.</source>
        <translation>ni wyddys pa bostiad yno a olygir. Dilëwch ef ar y cyfrif ei hun.</translation>
    </message>
    <message>
        <source>its answer makes no sense ({fault}).</source>
        <translation>nid yw ei ateb yn gwneud synnwyr ({fault}).</translation>
    </message>
    <message>
        <source>{looked} It was to be withdrawn.</source>
        <translation>{looked} Roedd i gael ei dynnu&apos;n ôl.</translation>
    </message>
    <message>
        <source>{name} looked: it is not on the account.</source>
        <translation>Edrychodd {name}: nid yw ar y cyfrif.</translation>
    </message>
    <message>
        <source>{name} saw it on the account.</source>
        <translation>Gwelodd {name} ef ar y cyfrif.</translation>
    </message>
    <message>
        <source>{reason} Reading the account to see whether it is there.</source>
        <translation>{reason} Yn darllen y cyfrif i weld a yw yno.</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Accepted by the network at {at}, and read back from the account at {read}.</source>
        <translation>Derbyniwyd gan y rhwydwaith {at}, a&apos;i ddarllen yn ôl o&apos;r cyfrif {read}.</translation>
    </message>
    <message>
        <source>Accepted by the network at {at}. Not read back yet.</source>
        <translation>Derbyniwyd gan y rhwydwaith {at}. Heb ei ddarllen yn ôl eto.</translation>
    </message>
    <message>
        <source>Being removed</source>
        <translation>Yn cael ei ddileu</translation>
    </message>
    <message>
        <source>Cancelled. It was not sent, and never will be.</source>
        <translation>Canslwyd. Ni chafodd ei anfon, ac ni chaiff byth.</translation>
    </message>
    <message>
        <source>Held. It does not go out until it is released. It was to go at {due}.</source>
        <translation>Wedi&apos;i atal. Nid â allan nes ei ryddhau. Roedd i fod i fynd {due}.</translation>
    </message>
    <message>
        <source>It cannot be proved whether this is on the account. Look there, and say which it is.</source>
        <translation>Ni ellir profi a yw hwn ar y cyfrif. Edrychwch yno, a dywedwch pa un ydyw.</translation>
    </message>
    <message>
        <source>It is being made ready. Nothing has been sent yet.</source>
        <translation>Mae&apos;n cael ei baratoi. Nid anfonwyd dim eto.</translation>
    </message>
    <message>
        <source>It is being sent. The network has not confirmed it yet.</source>
        <translation>Mae&apos;n cael ei anfon. Nid yw&apos;r rhwydwaith wedi&apos;i gadarnhau eto.</translation>
    </message>
    <message>
        <source>It was to be removed and is not: it may still be on the account, since {at}.</source>
        <translation>Roedd i gael ei ddileu ac nid yw: efallai ei fod yn dal ar y cyfrif, ers {at}.</translation>
    </message>
    <message>
        <source>Not removed</source>
        <translation>Heb ei ddileu</translation>
    </message>
    <message>
        <source>Not sent yet. It goes out at {due}.</source>
        <translation>Heb ei anfon eto. Â allan {due}.</translation>
    </message>
    <message>
        <source>Not sent. It does not try again by itself.</source>
        <translation>Heb ei anfon. Nid yw&apos;n ceisio eto ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>Not sent: it was to go at {due}. It waits for a new time.</source>
        <translation>Heb ei anfon: roedd i fod i fynd {due}. Mae&apos;n aros am amser newydd.</translation>
    </message>
    <message>
        <source>Published: a person saw it on the account. It was sent at {at}.</source>
        <translation>Cyhoeddwyd: gwelodd person ef ar y cyfrif. Fe&apos;i hanfonwyd {at}.</translation>
    </message>
    <message>
        <source>Removed from the network. Our own record of it stays.</source>
        <translation>Dilëwyd o&apos;r rhwydwaith. Mae ein cofnod ni ohono&apos;n aros.</translation>
    </message>
    <message>
        <source>Reply: {text}</source>
        <translation>Ateb: {text}</translation>
    </message>
    <message>
        <source>The network&apos;s answer was lost. The account is being read.</source>
        <translation>Collwyd ateb y rhwydwaith. Mae&apos;r cyfrif yn cael ei ddarllen.</translation>
    </message>
    <message>
        <source>asked the network to publish it</source>
        <translation>gofynnwyd i&apos;r rhwydwaith ei gyhoeddi</translation>
    </message>
    <message>
        <source>asked the network to remove it</source>
        <translation>gofynnwyd i&apos;r rhwydwaith ei ddileu</translation>
    </message>
    <message>
        <source>in {days} d {hours} h</source>
        <translation>ymhen {days} d {hours} awr</translation>
    </message>
    <message>
        <source>in {hours} h {minutes} min</source>
        <translation>ymhen {hours} awr {minutes} mun</translation>
    </message>
    <message>
        <source>in {minutes} min</source>
        <translation>ymhen {minutes} mun</translation>
    </message>
    <message>
        <source>in {seconds} s</source>
        <translation>ymhen {seconds} eil</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>nid yw yno</translation>
    </message>
    <message>
        <source>it is there</source>
        <translation>mae yno</translation>
    </message>
    <message>
        <source>no answer that proves anything</source>
        <translation>dim ateb sy&apos;n profi dim</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>dim ateb eto</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nawr</translation>
    </message>
    <message>
        <source>read the account</source>
        <translation>darllenwyd y cyfrif</translation>
    </message>
    <message>
        <source>the network confirmed it</source>
        <translation>cadarnhaodd y rhwydwaith ef</translation>
    </message>
    <message>
        <source>the network did not take it</source>
        <translation>ni chymerodd y rhwydwaith ef</translation>
    </message>
    <message>
        <source>the network said no</source>
        <translation>gwrthododd y rhwydwaith</translation>
    </message>
    <message>
        <source>was due {due}</source>
        <translation>i fod i fynd {due}</translation>
    </message>
    <message>
        <source>{due}, going out now</source>
        <translation>{due}, yn mynd allan nawr</translation>
    </message>
</context>
<context>
    <name>QueueScreen</name>
    <message>
        <source>A head of comms lifts it and releases what is held.</source>
        <translation>Pennaeth cyfathrebu sy&apos;n ei godi ac yn rhyddhau&apos;r hyn a ataliwyd.</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Pob cyfrif</translation>
    </message>
    <message>
        <source>All scheduled content is held since {time}, by {name}: {reason}</source>
        <translation>Mae&apos;r holl gynnwys wedi&apos;i amserlennu wedi&apos;i atal ers {time}, gan {name}: {reason}</translation>
    </message>
    <message>
        <source>Approved posts wait here for their time; what needs you stands on top.</source>
        <translation>Mae postiadau a gymeradwywyd yn aros yma am eu hamser; ar y brig mae&apos;r hyn sydd eich angen chi.</translation>
    </message>
    <message>
        <source>Arrow keys choose, Return goes to what can be done, Ctrl+Shift+H holds everything.</source>
        <translation>Mae&apos;r bysellau saeth yn dewis, Return yn mynd at yr hyn y gellir ei wneud, Ctrl+Shift+H yn atal popeth.</translation>
    </message>
    <message>
        <source>Had already gone before the hold (withdraw them from their own pages):</source>
        <translation>Eisoes wedi mynd cyn yr ataliad (tynnwch nhw&apos;n ôl o&apos;u tudalennau eu hunain):</translation>
    </message>
    <message>
        <source>Hold all scheduled content</source>
        <translation>Atal yr holl gynnwys wedi&apos;i amserlennu</translation>
    </message>
    <message>
        <source>In the last 24 hours</source>
        <translation>Yn y 24 awr ddiwethaf</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>Codi&apos;r ataliad</translation>
    </message>
    <message>
        <source>Needs you ({count})</source>
        <translation>Mae eich angen ({count})</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nesaf</translation>
    </message>
    <message>
        <source>Nothing is scheduled</source>
        <translation>Nid oes dim wedi&apos;i amserlennu</translation>
    </message>
    <message>
        <source>Nothing is scheduled.</source>
        <translation>Nid oes dim wedi&apos;i amserlennu.</translation>
    </message>
    <message>
        <source>Nothing more goes out until it is released (Ctrl+Shift+H)</source>
        <translation>Nid â dim mwy allan nes ei ryddhau (Ctrl+Shift+H)</translation>
    </message>
    <message>
        <source>Nothing waits for a person.</source>
        <translation>Nid oes dim yn aros am berson.</translation>
    </message>
    <message>
        <source>Nothing went out.</source>
        <translation>Nid aeth dim allan.</translation>
    </message>
    <message>
        <source>Only this account</source>
        <translation>Y cyfrif hwn yn unig</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Ciw</translation>
    </message>
    <message>
        <source>and {count} more: they are in the list below</source>
        <translation>a {count} arall: maent yn y rhestr isod</translation>
    </message>
</context>
<context>
    <name>QueueSheet</name>
    <message>
        <source>What it says</source>
        <translation>Beth y mae&apos;n ei ddweud</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Beth a wnaed</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>A UPRN is a number of up to 12 digits.</source>
        <translation>Rhif o hyd at 12 digid yw UPRN.</translation>
    </message>
    <message>
        <source>Choose yes, no or not known.</source>
        <translation>Dewiswch ydy, nac ydy neu ddim yn hysbys.</translation>
    </message>
    <message>
        <source>Enter three words with dots between them.</source>
        <translation>Rhowch dri gair gyda dotiau rhyngddynt.</translation>
    </message>
    <message>
        <source>Name who is handing this over.</source>
        <translation>Enwch bwy sy&apos;n trosglwyddo hwn.</translation>
    </message>
    <message>
        <source>No location yet: ask, or give what the messages say.</source>
        <translation>Dim lleoliad eto: gofynnwch, neu rhowch yr hyn y mae&apos;r negeseuon yn ei ddweud.</translation>
    </message>
    <message>
        <source>Propose a grade: the control room sets it.</source>
        <translation>Cynigiwch radd: yr ystafell reoli sy&apos;n ei phennu.</translation>
    </message>
    <message>
        <source>Say what is happening: one sentence is enough.</source>
        <translation>Dywedwch beth sy&apos;n digwydd: mae un frawddeg yn ddigon.</translation>
    </message>
    <message>
        <source>This is not a full UK postcode. Put part of one in Location.</source>
        <translation>Nid cod post llawn y DU yw hwn. Rhowch ran o un yn Lleoliad.</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>Advice given</source>
        <translation>Cyngor a roddwyd</translation>
    </message>
    <message>
        <source>As the messages give it</source>
        <translation>Fel y mae&apos;r negeseuon yn ei roi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Back to the conversation (Escape); what you typed stays</source>
        <translation>Yn ôl i&apos;r sgwrs (Escape); mae&apos;r hyn a deipioch yn aros</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Rhif i ffonio&apos;n ôl</translation>
    </message>
    <message>
        <source>Caller safe</source>
        <translation>Y galwr yn ddiogel</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>Cod cau</translation>
    </message>
    <message>
        <source>Confidence in it</source>
        <translation>Hyder ynddo</translation>
    </message>
    <message>
        <source>Copied. Paste it into the log; this is not a handover yet.</source>
        <translation>Copïwyd. Gludwch ef yn y log; nid trosglwyddiad yw hwn eto.</translation>
    </message>
    <message>
        <source>Copy for the log</source>
        <translation>Copïo i&apos;r log</translation>
    </message>
    <message>
        <source>Copy the record as text, for a command system that takes nothing else</source>
        <translation>Copïo&apos;r cofnod fel testun, i system orchymyn nad yw&apos;n cymryd dim arall</translation>
    </message>
    <message>
        <source>Crime number</source>
        <translation>Rhif y drosedd</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Ymgysylltu</translation>
    </message>
    <message>
        <source>Grade and record</source>
        <translation>Gradd a chofnod</translation>
    </message>
    <message>
        <source>Grid reference</source>
        <translation>Cyfeirnod grid</translation>
    </message>
    <message>
        <source>Hand over to the contact centre</source>
        <translation>Trosglwyddo i&apos;r ganolfan gyswllt</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Enw&apos;r cyfrif</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Pwy sy&apos;n ei drin</translation>
    </message>
    <message>
        <source>Harm</source>
        <translation>Niwed</translation>
    </message>
    <message>
        <source>Incident reference, if known</source>
        <translation>Cyfeirnod y digwyddiad, os yw&apos;n hysbys</translation>
    </message>
    <message>
        <source>Injuries</source>
        <translation>Anafiadau</translation>
    </message>
    <message>
        <source>Investigation</source>
        <translation>Ymchwiliad</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Iaith</translation>
    </message>
    <message>
        <source>Linked contacts</source>
        <translation>Cysylltiadau perthynol</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lleoliad</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nac ydy</translation>
    </message>
    <message>
        <source>No-crime rationale</source>
        <translation>Rhesymeg dim trosedd</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ddim yn hysbys</translation>
    </message>
    <message>
        <source>Open code</source>
        <translation>Cod agor</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Cod post</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Proffil</translation>
    </message>
    <message>
        <source>Proposed grade</source>
        <translation>Gradd arfaethedig</translation>
    </message>
    <message>
        <source>Proposed grade - the control room sets the grade</source>
        <translation>Gradd arfaethedig - yr ystafell reoli sy&apos;n pennu&apos;r radd</translation>
    </message>
    <message>
        <source>Repeat victim</source>
        <translation>Dioddefwr mynych</translation>
    </message>
    <message>
        <source>Reporter&apos;s name</source>
        <translation>Enw&apos;r sawl sy&apos;n adrodd</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risg</translation>
    </message>
    <message>
        <source>Source of the location</source>
        <translation>Ffynhonnell y lleoliad</translation>
    </message>
    <message>
        <source>Still going on</source>
        <translation>Yn dal i ddigwydd</translation>
    </message>
    <message>
        <source>Store it and send it by every route (Ctrl+Return)</source>
        <translation>Ei gadw a&apos;i anfon drwy bob llwybr (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Stored for the contact centre. It is not accepted until a person there says so.</source>
        <translation>Wedi&apos;i gadw ar gyfer y ganolfan gyswllt. Nid yw wedi&apos;i dderbyn nes i berson yno ddweud hynny.</translation>
    </message>
    <message>
        <source>THRIVE</source>
        <translation>THRIVE</translation>
    </message>
    <message>
        <source>Threat</source>
        <translation>Bygythiad</translation>
    </message>
    <message>
        <source>UPRN</source>
        <translation>UPRN</translation>
    </message>
    <message>
        <source>Victim, if different</source>
        <translation>Dioddefwr, os gwahanol</translation>
    </message>
    <message>
        <source>Vulnerability</source>
        <translation>Bregusrwydd</translation>
    </message>
    <message>
        <source>Weapons</source>
        <translation>Arfau</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Beth</translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation>Beth sy&apos;n digwydd</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Pryd</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ble</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Pwy</translation>
    </message>
    <message>
        <source>Who is involved</source>
        <translation>Pwy sy&apos;n gysylltiedig</translation>
    </message>
    <message>
        <source>With commas between</source>
        <translation>Gyda choma rhyngddynt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ydy</translation>
    </message>
    <message>
        <source>what3words</source>
        <translation>what3words</translation>
    </message>
    <message>
        <source>{channel}, to {account}. Received by the network {time}. With it go, word for word, its messages ({count}) and why they were flagged ({flags}).</source>
        <translation>{channel}, at {account}. Derbyniwyd gan y rhwydwaith {time}. Gydag ef, air am air, â ei negeseuon ({count}) a pham y&apos;u fflagiwyd ({flags}).</translation>
    </message>
    <message>
        <source>{count} to look at: it can go all the same.</source>
        <translation>{count} i edrych arnynt: gall fynd yr un fath.</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>The file {file} cannot be written ({fault}). Choose another folder or name.</source>
        <translation>Ni ellir ysgrifennu&apos;r ffeil {file} ({fault}). Dewiswch ffolder neu enw arall.</translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>Being sent</source>
        <translation>Yn cael ei anfon</translation>
    </message>
    <message>
        <source>Cancelled, not sent</source>
        <translation>Canslwyd, heb ei anfon</translation>
    </message>
    <message>
        <source>Check the account: posted / not posted?</source>
        <translation>Edrychwch ar y cyfrif: wedi&apos;i bostio / heb ei bostio?</translation>
    </message>
    <message>
        <source>Held, not sent</source>
        <translation>Wedi&apos;i atal, heb ei anfon</translation>
    </message>
    <message>
        <source>Kept from before, not sent</source>
        <translation>Wedi&apos;i gadw o&apos;r blaen, heb ei anfon</translation>
    </message>
    <message>
        <source>Kept on this computer, not sent</source>
        <translation>Wedi&apos;i gadw ar y cyfrifiadur hwn, heb ei anfon</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>Heb ei gadw eto</translation>
    </message>
    <message>
        <source>Not kept: {why}</source>
        <translation>Heb ei gadw: {why}</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Heb ei anfon</translation>
    </message>
    <message>
        <source>Not sent, your text is kept. {why}</source>
        <translation>Heb ei anfon, cedwir eich testun. {why}</translation>
    </message>
    <message>
        <source>Not sent: its time has passed</source>
        <translation>Heb ei anfon: mae ei amser wedi mynd heibio</translation>
    </message>
    <message>
        <source>Out-of-hours text</source>
        <translation>Testun y tu allan i oriau</translation>
    </message>
    <message>
        <source>Put the force&apos;s out-of-hours text where the cursor stands</source>
        <translation>Rhoi testun y tu allan i oriau&apos;r heddlu lle mae&apos;r cyrchwr</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ateb</translation>
    </message>
    <message>
        <source>Reply (Ctrl+R). Never say that officers are attending unless the control room confirmed it.</source>
        <translation>Ateb (Ctrl+R). Peidiwch byth â dweud bod swyddogion yn dod oni bai bod yr ystafell reoli wedi&apos;i gadarnhau.</translation>
    </message>
    <message>
        <source>Send it to the network (Ctrl+Return)</source>
        <translation>Ei anfon i&apos;r rhwydwaith (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Send reply</source>
        <translation>Anfon yr ateb</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Anfonwyd</translation>
    </message>
    <message>
        <source>Sent at {time}</source>
        <translation>Anfonwyd {time}</translation>
    </message>
    <message>
        <source>Sent at {time}, withdrawn since</source>
        <translation>Anfonwyd {time}, tynnwyd yn ôl ers hynny</translation>
    </message>
    <message>
        <source>Stored, about to be sent</source>
        <translation>Wedi&apos;i gadw, ar fin cael ei anfon</translation>
    </message>
    <message>
        <source>Stored, not yet sent</source>
        <translation>Wedi&apos;i gadw, heb ei anfon eto</translation>
    </message>
    <message>
        <source>The network&apos;s answer was lost: being checked on the account</source>
        <translation>Collwyd ateb y rhwydwaith: mae&apos;r cyfrif yn cael ei wirio</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Tynnwyd yn ôl</translation>
    </message>
    <message>
        <source>{sent}, read back from the account</source>
        <translation>{sent}, darllenwyd yn ôl o&apos;r cyfrif</translation>
    </message>
    <message>
        <source>{used} of {limit}</source>
        <translation>{used} o {limit}</translation>
    </message>
    <message>
        <source>{used} of {limit}: {over} too many</source>
        <translation>{used} o {limit}: {over} yn ormod</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>This post was not submitted yet.</source>
        <translation>Ni chyflwynwyd y postiad hwn eto.</translation>
    </message>
    <message>
        <source>approved version {version}</source>
        <translation>cymeradwyodd fersiwn {version}</translation>
    </message>
    <message>
        <source>asked for its removal</source>
        <translation>gofynnodd am ei ddileu</translation>
    </message>
    <message>
        <source>discarded it</source>
        <translation>taflodd ef</translation>
    </message>
    <message>
        <source>gave it another time</source>
        <translation>rhoddodd amser arall iddo</translation>
    </message>
    <message>
        <source>returned it</source>
        <translation>dychwelodd ef</translation>
    </message>
    <message>
        <source>submitted version {version} for approval</source>
        <translation>cyflwynodd fersiwn {version} i&apos;w chymeradwyo</translation>
    </message>
    <message>
        <source>took it back to edit it</source>
        <translation>cymerodd ef yn ôl i&apos;w olygu</translation>
    </message>
    <message>
        <source>voided the approval</source>
        <translation>gwnaeth y gymeradwyaeth yn ddi-rym</translation>
    </message>
    <message>
        <source>{time}: {name} {words}</source>
        <translation>{time}, {name}: {words}</translation>
    </message>
</context>
<context>
    <name>RoleChoice</name>
    <message>
        <source>May not: {words}</source>
        <translation>Ni chaiff: {words}</translation>
    </message>
    <message>
        <source>May: {words}</source>
        <translation>Caiff: {words}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôl</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Administrator</source>
        <translation>Gweinyddwr</translation>
    </message>
    <message>
        <source>All that a comms officer may; approve the posts of others.</source>
        <translation>Popeth y caiff swyddog cyfathrebu ei wneud; cymeradwyo postiadau pobl eraill.</translation>
    </message>
    <message>
        <source>All that a duty press officer may; lift a hold and release; approve sensitive posts (naming, images, youth, active proceedings).</source>
        <translation>Popeth y caiff swyddog y wasg ar ddyletswydd ei wneud; codi ataliad a rhyddhau; cymeradwyo postiadau sensitif (enwi, delweddau, ieuenctid, achosion gweithredol).</translation>
    </message>
    <message>
        <source>All that an operator may; lower a priority, reassign and close life-at-risk conversations.</source>
        <translation>Popeth y caiff gweithredwr ei wneud; gostwng blaenoriaeth, ailneilltuo a chau sgyrsiau lle mae bywyd mewn perygl.</translation>
    </message>
    <message>
        <source>Approve posts; accept handovers; lower a priority.</source>
        <translation>Cymeradwyo postiadau; derbyn trosglwyddiadau; gostwng blaenoriaeth.</translation>
    </message>
    <message>
        <source>Approve their own posts.</source>
        <translation>Cymeradwyo eu postiadau eu hunain.</translation>
    </message>
    <message>
        <source>Approve their own posts; lift a hold or release what it held.</source>
        <translation>Cymeradwyo eu postiadau eu hunain; codi ataliad na rhyddhau&apos;r hyn a ataliwyd.</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Archwilydd</translation>
    </message>
    <message>
        <source>Blue Lamp engine</source>
        <translation>Peiriant Blue Lamp</translation>
    </message>
    <message>
        <source>Change anything.</source>
        <translation>Newid unrhyw beth.</translation>
    </message>
    <message>
        <source>Change the posts of others; schedule or approve posts; read the inbox.</source>
        <translation>Newid postiadau pobl eraill; amserlennu na chymeradwyo postiadau; darllen y mewnflwch.</translation>
    </message>
    <message>
        <source>Comms officer</source>
        <translation>Swyddog cyfathrebu</translation>
    </message>
    <message>
        <source>Contact-centre operator</source>
        <translation>Gweithredwr canolfan gyswllt</translation>
    </message>
    <message>
        <source>Draft posts, attach images and submit them for approval.</source>
        <translation>Drafftio postiadau, atodi delweddau a&apos;u cyflwyno i&apos;w cymeradwyo.</translation>
    </message>
    <message>
        <source>Draft, submit, schedule, hold and withdraw posts; read the inbox, triage, reply and hand over.</source>
        <translation>Drafftio, cyflwyno, amserlennu, atal a thynnu postiadau&apos;n ôl; darllen y mewnflwch, brysbennu, ateb a throsglwyddo.</translation>
    </message>
    <message>
        <source>Duty press officer</source>
        <translation>Swyddog y wasg ar ddyletswydd</translation>
    </message>
    <message>
        <source>Frontline officer</source>
        <translation>Swyddog rheng flaen</translation>
    </message>
    <message>
        <source>Head of comms</source>
        <translation>Pennaeth cyfathrebu</translation>
    </message>
    <message>
        <source>Manage people, accounts and settings; read the audit.</source>
        <translation>Rheoli pobl, cyfrifon a gosodiadau; darllen yr archwiliad.</translation>
    </message>
    <message>
        <source>Read messages of the public; write, approve or publish posts.</source>
        <translation>Darllen negeseuon y cyhoedd; ysgrifennu, cymeradwyo neu gyhoeddi postiadau.</translation>
    </message>
    <message>
        <source>Read the inbox and the audit, verify and export it. Each read is recorded.</source>
        <translation>Darllen y mewnflwch a&apos;r archwiliad, ei wirio a&apos;i allforio. Cofnodir pob darlleniad.</translation>
    </message>
    <message>
        <source>Read the inbox, triage, reply, hand over and accept handovers.</source>
        <translation>Darllen y mewnflwch, brysbennu, ateb, trosglwyddo a derbyn trosglwyddiadau.</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Goruchwyliwr</translation>
    </message>
    <message>
        <source>Write or publish posts.</source>
        <translation>Ysgrifennu neu gyhoeddi postiadau.</translation>
    </message>
    <message>
        <source>Write or publish posts; lower a priority.</source>
        <translation>Ysgrifennu neu gyhoeddi postiadau; gostwng blaenoriaeth.</translation>
    </message>
    <message>
        <source>{role}s may not {act}. Ask someone whose role allows it.</source>
        <translation>Nid yw&apos;r rôl “{role}” yn caniatáu hyn: {act}. Gofynnwch i rywun y mae ei rôl yn ei ganiatáu.</translation>
    </message>
</context>
<context>
    <name>Route</name>
    <message>
        <source>None is stored</source>
        <translation>Nid oes un wedi&apos;i gadw</translation>
    </message>
    <message>
        <source>Stored. Leave empty to keep it.</source>
        <translation>Wedi&apos;i gadw. Gadewch yn wag i&apos;w gadw.</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>A sexual offence: the complainant is anonymous for life. Check for jigsaw identification.</source>
        <translation type="unfinished">Trosedd rywiol: mae&apos;r achwynydd yn ddienw am oes. Gwiriwch na ellir ei adnabod drwy roi darnau ynghyd.</translation>
    </message>
    <message>
        <source>A young person: no name, address, school or picture if a court is involved.</source>
        <translation type="unfinished">Person ifanc: dim enw, cyfeiriad, ysgol na llun os oes llys yn ymwneud â&apos;r mater.</translation>
    </message>
    <message>
        <source>An appeal: set a review date, and say what takes it down (located, detained).</source>
        <translation type="unfinished">Apêl: gosodwch ddyddiad adolygu, a dywedwch beth sy&apos;n ei thynnu i lawr (cafwyd hyd iddynt, cadwyd yn y ddalfa).</translation>
    </message>
    <message>
        <source>An image is no longer stored. Add it again.</source>
        <translation>Nid yw delwedd wedi&apos;i chadw mwyach. Ychwanegwch hi eto.</translation>
    </message>
    <message>
        <source>Choose at least one account to publish on.</source>
        <translation>Dewiswch o leiaf un cyfrif i gyhoeddi arno.</translation>
    </message>
    <message>
        <source>Describe image {number}: people who cannot see it depend on it.</source>
        <translation>Disgrifiwch ddelwedd {number}: mae pobl na allant ei gweld yn dibynnu ar hynny.</translation>
    </message>
    <message>
        <source>Names or pictures a person: lawful, necessary, proportionate; a senior lead decides.</source>
        <translation type="unfinished">Yn enwi neu&apos;n darlunio person: cyfreithlon, angenrheidiol, cymesur; uwch-arweinydd sy&apos;n penderfynu.</translation>
    </message>
    <message>
        <source>Proceedings are active - contempt risk. Replies count too.</source>
        <translation type="unfinished">Mae&apos;r achos cyfreithiol yn weithredol - risg o ddirmyg llys. Mae atebion yn cyfrif hefyd.</translation>
    </message>
    <message>
        <source>The scheduled time has passed. Choose a new time.</source>
        <translation>Mae&apos;r amser a drefnwyd wedi mynd heibio. Dewiswch amser newydd.</translation>
    </message>
    <message>
        <source>Write #{tag} in CamelCase so that screen readers can read it.</source>
        <translation>Ysgrifennwch #{tag} gyda phriflythrennau i bob gair fel y gall darllenwyr sgrin ei ddarllen.</translation>
    </message>
    <message>
        <source>Write a text or add an image.</source>
        <translation>Ysgrifennwch destun neu ychwanegwch ddelwedd.</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>nodau</translation>
    </message>
    <message>
        <source>{handle} is disconnected. Choose another, or connect it again.</source>
        <translation>Mae {handle} wedi&apos;i ddatgysylltu. Dewiswch un arall, neu cysylltwch ef eto.</translation>
    </message>
    <message>
        <source>{handle} must be connected again before it can publish.</source>
        <translation>Rhaid cysylltu {handle} eto cyn y gall gyhoeddi.</translation>
    </message>
    <message>
        <source>{handle} takes at most {most} images.</source>
        <translation>Mae {handle} yn cymryd {most} delwedd ar y mwyaf.</translation>
    </message>
    <message>
        <source>{handle}: a post much like this one went out or is scheduled within a day.</source>
        <translation>{handle}: aeth postiad tebyg iawn i hwn allan neu mae wedi&apos;i amserlennu o fewn diwrnod.</translation>
    </message>
    <message>
        <source>{handle}: the description of an image is longer than {most} characters.</source>
        <translation>{handle}: mae disgrifiad delwedd yn hwy na {most} o nodau.</translation>
    </message>
    <message>
        <source>{handle}: the text is too large for Bluesky. Shorten it.</source>
        <translation>{handle}: mae&apos;r testun yn rhy fawr i Bluesky. Byrhewch ef.</translation>
    </message>
    <message>
        <source>{handle}: there is nothing to say here.</source>
        <translation>{handle}: nid oes dim i&apos;w ddweud yma.</translation>
    </message>
    <message>
        <source>{handle}: {over} characters too long (at most {most}).</source>
        <translation>{handle}: {over} o nodau&apos;n rhy hir (uchafswm o {most}).</translation>
    </message>
</context>
<context>
    <name>SelfScreen</name>
    <message>
        <source>About you</source>
        <translation>Amdanoch chi</translation>
    </message>
    <message>
        <source>An administrator changes your name and role, and sets a password that you forgot.</source>
        <translation>Gweinyddwr sy&apos;n newid eich enw a&apos;ch rôl, ac yn gosod cyfrinair a anghofioch.</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Newid fy nghyfrinair</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>Iaith y rhyngwyneb</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôl</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Enw defnyddiwr</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>You may</source>
        <translation>Fe gewch</translation>
    </message>
    <message>
        <source>You may not</source>
        <translation>Ni chewch</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Enter the mail server&apos;s name and its port (usually 587).</source>
        <translation>Rhowch enw&apos;r gweinydd e-bost a&apos;i borth (587 fel arfer).</translation>
    </message>
    <message>
        <source>Enter the phone number of the control room: it is shown when a life may be at risk.</source>
        <translation>Rhowch rif ffôn yr ystafell reoli: fe&apos;i dangosir pan all bywyd fod mewn perygl.</translation>
    </message>
    <message>
        <source>Enter the secret that signs what is sent to the webhook.</source>
        <translation>Rhowch y gyfrinach sy&apos;n llofnodi&apos;r hyn a anfonir i&apos;r webhook.</translation>
    </message>
    <message>
        <source>Enter the webhook&apos;s address, or remove the webhook.</source>
        <translation>Rhowch gyfeiriad y webhook, neu tynnwch y webhook.</translation>
    </message>
    <message>
        <source>Name at least one grade, and leave none empty.</source>
        <translation>Enwch o leiaf un radd, a pheidiwch â gadael yr un yn wag.</translation>
    </message>
    <message>
        <source>The address cannot be used ({error}). Correct it.</source>
        <translation>Ni ellir defnyddio&apos;r cyfeiriad ({error}). Cywirwch ef.</translation>
    </message>
    <message>
        <source>The duty inspector is told after the phone prompt: choose a longer time for it.</source>
        <translation>Dywedir wrth yr arolygydd ar ddyletswydd ar ôl yr anogaeth i ffonio: dewiswch amser hwy iddo.</translation>
    </message>
    <message>
        <source>The pattern for incident references cannot be read: {error}. Correct it.</source>
        <translation>Ni ellir darllen y patrwm ar gyfer cyfeirnodau digwyddiad: {error}. Cywirwch ef.</translation>
    </message>
    <message>
        <source>The time for “{words}” must be between 5 and 86,400 seconds.</source>
        <translation>Rhaid i&apos;r amser ar gyfer “{words}” fod rhwng 5 ac 86,400 eiliad.</translation>
    </message>
    <message>
        <source>{address!r} is not a mail address. Enter one such as control@force.police.uk.</source>
        <translation>Nid yw {address!r} yn gyfeiriad e-bost. Rhowch un megis control@force.police.uk.</translation>
    </message>
    <message>
        <source>{url!r} cannot be used: enter an address that begins with https://.</source>
        <translation>Ni ellir defnyddio {url!r}: rhowch gyfeiriad sy&apos;n dechrau â https://.</translation>
    </message>
    <message>
        <source>{zone!r} is not a time zone. Enter one such as Europe/London.</source>
        <translation>Nid yw {zone!r} yn gylchfa amser. Rhowch un megis Europe/London.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Blue Lamp</source>
        <translation>Blue Lamp</translation>
    </message>
    <message>
        <source>Change person</source>
        <translation>Newid person</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Sgriniau</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Allgofnodi</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Eich cyfrif</translation>
    </message>
    <message>
        <source>Your role does not open that screen.</source>
        <translation>Nid yw eich rôl yn agor y sgrin honno.</translation>
    </message>
    <message>
        <source>Your role, your password, the language</source>
        <translation>Eich rôl, eich cyfrinair, yr iaith</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Nothing here is real: the network, the public and the emergencies are simulated. Who are you today?</source>
        <translation>Nid oes dim yma&apos;n real: mae&apos;r rhwydwaith, y cyhoedd a&apos;r argyfyngau wedi&apos;u hefelychu. Pwy ydych chi heddiw?</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Cyfrinair</translation>
    </message>
    <message>
        <source>Practice workspace</source>
        <translation>Gweithle ymarfer</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Sefydlu</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Mewngofnodi</translation>
    </message>
    <message>
        <source>Sign in with your own name: everything done here is recorded under it.</source>
        <translation>Mewngofnodwch â&apos;ch enw eich hun: cofnodir popeth a wneir yma dan yr enw hwnnw.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Dechrau</translation>
    </message>
    <message>
        <source>This workstation locked itself. Enter your password to go on; what you were writing is kept.</source>
        <translation>Mae&apos;r weithfan hon wedi&apos;i chloi ei hun. Rhowch eich cyfrinair i fynd ymlaen; cedwir yr hyn roeddech yn ei ysgrifennu.</translation>
    </message>
    <message>
        <source>Three things are needed before the lamp can be lit. All can be changed later.</source>
        <translation>Mae angen tri pheth cyn y gellir goleuo&apos;r lamp. Gellir newid y cyfan yn nes ymlaen.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Enw defnyddiwr</translation>
    </message>
    <message>
        <source>Welcome to Blue Lamp</source>
        <translation>Croeso i Blue Lamp</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Approved</source>
        <translation>Cymeradwywyd</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>Taflwyd</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Drafft</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Dychwelwyd</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Cyflwynwyd</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Being checked</source>
        <translation>Yn cael ei wirio</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Canslwyd</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Methodd</translation>
    </message>
    <message>
        <source>Going out</source>
        <translation>Yn mynd allan</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Wedi&apos;i atal</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Hwyr</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Cyhoeddwyd</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Wedi&apos;i amserlennu</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Tynnwyd yn ôl</translation>
    </message>
    <message>
        <source>Your answer needed</source>
        <translation>Angen eich ateb</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Loading…</source>
        <translation>Yn llwytho…</translation>
    </message>
    <message>
        <source>This could not be shown</source>
        <translation>Ni ellid dangos hwn</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Ceisio eto</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>canslwyd</translation>
    </message>
    <message>
        <source>claimed</source>
        <translation>hawliwyd</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>methodd</translation>
    </message>
    <message>
        <source>held</source>
        <translation>ataliwyd</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>hwyr</translation>
    </message>
    <message>
        <source>published</source>
        <translation>cyhoeddwyd</translation>
    </message>
    <message>
        <source>question</source>
        <translation>cwestiwn</translation>
    </message>
    <message>
        <source>scheduled</source>
        <translation>amserlennwyd</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>yn anfon</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>heb ei gadarnhau</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>tynnwyd yn ôl</translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message>
        <source>Image {number}: {alt}</source>
        <translation>Delwedd {number}: {alt}</translation>
    </message>
</context>
<context>
    <name>TextCount</name>
    <message>
        <source>{used} of {limit}   {handle}</source>
        <translation>{used} o {limit}   {handle}</translation>
    </message>
    <message>
        <source>{used} of {limit}: {over} too many   {handle}</source>
        <translation>{used} o {limit}: {over} yn ormod   {handle}</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Same text for all</source>
        <translation>Yr un testun i bawb</translation>
    </message>
    <message>
        <source>Text for all accounts</source>
        <translation>Testun i bob cyfrif</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Testunau</translation>
    </message>
    <message>
        <source>What do you want to say?</source>
        <translation>Beth hoffech chi ei ddweud?</translation>
    </message>
</context>
<context>
    <name>ThreadText</name>
    <message>
        <source>  shown as {text}</source>
        <translation>  a ddangosir fel {text}</translation>
    </message>
    <message>
        <source>Attachment, not fetched: {words}</source>
        <translation>Atodiad, heb ei nôl: {words}</translation>
    </message>
    <message>
        <source>Handed over to the contact centre  ·  {time}</source>
        <translation>Trosglwyddwyd i&apos;r ganolfan gyswllt  ·  {time}</translation>
    </message>
    <message>
        <source>Link to {host}</source>
        <translation>Dolen i {host}</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Negeseuon</translation>
    </message>
    <message>
        <source>Note by {name}  ·  {time}  ·  for colleagues, never sent</source>
        <translation>Nodyn gan {name}  ·  {time}  ·  i gydweithwyr, ni chaiff ei anfon byth</translation>
    </message>
    <message>
        <source>Show {count} earlier messages</source>
        <translation>Dangos {count} neges gynharach</translation>
    </message>
    <message>
        <source>The force</source>
        <translation>Yr heddlu</translation>
    </message>
    <message>
        <source>{count} older messages are stored and not shown here.</source>
        <translation>Mae {count} neges hŷn wedi&apos;u cadw ac ni ddangosir hwy yma.</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>A child or a vulnerable person missing now</source>
        <translation>Plentyn neu berson bregus ar goll nawr</translation>
    </message>
    <message>
        <source>A child who may be in danger now</source>
        <translation>Plentyn a all fod mewn perygl nawr</translation>
    </message>
    <message>
        <source>A complaint about the police</source>
        <translation>Cwyn am yr heddlu</translation>
    </message>
    <message>
        <source>A crash, or danger to life on a road or railway, now</source>
        <translation>Gwrthdrawiad, neu berygl i fywyd ar ffordd neu reilffordd, nawr</translation>
    </message>
    <message>
        <source>A crime that may be going on now</source>
        <translation>Trosedd a all fod yn digwydd nawr</translation>
    </message>
    <message>
        <source>A crime that seems to be past</source>
        <translation>Trosedd sydd i&apos;w gweld yn y gorffennol</translation>
    </message>
    <message>
        <source>A danger on the road now</source>
        <translation>Perygl ar y ffordd nawr</translation>
    </message>
    <message>
        <source>A danger to the public</source>
        <translation>Perygl i&apos;r cyhoedd</translation>
    </message>
    <message>
        <source>A fight that is going on now</source>
        <translation>Ymladd sy&apos;n digwydd nawr</translation>
    </message>
    <message>
        <source>A nuisance</source>
        <translation>Niwsans</translation>
    </message>
    <message>
        <source>A place, given in answer to where they are</source>
        <translation>Lle, a roddwyd yn ateb i ble maent</translation>
    </message>
    <message>
        <source>A plea and nothing else: somebody may be able to write no more</source>
        <translation>Cri am help a dim arall: efallai na all rhywun ysgrifennu mwy</translation>
    </message>
    <message>
        <source>A plea for help at once</source>
        <translation>Cri am help ar unwaith</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>Cwestiwn</translation>
    </message>
    <message>
        <source>A sexual attack, now or just now</source>
        <translation>Ymosodiad rhywiol, nawr neu newydd ddigwydd</translation>
    </message>
    <message>
        <source>A sexual offence is told of</source>
        <translation>Sonnir am drosedd rywiol</translation>
    </message>
    <message>
        <source>A short answer to a message about danger: read the thread</source>
        <translation>Ateb byr i neges am berygl: darllenwch yr edefyn</translation>
    </message>
    <message>
        <source>A sighting of someone wanted or missing</source>
        <translation>Gwelwyd rhywun y mae&apos;r heddlu&apos;n chwilio amdano neu sydd ar goll</translation>
    </message>
    <message>
        <source>A sign for danger</source>
        <translation>Arwydd o berygl</translation>
    </message>
    <message>
        <source>A threat is told of or made</source>
        <translation>Sonnir am fygythiad neu gwneir un</translation>
    </message>
    <message>
        <source>A threat to kill or gravely hurt someone</source>
        <translation>Bygythiad i ladd neu i anafu rhywun yn ddifrifol</translation>
    </message>
    <message>
        <source>A weapon is told of</source>
        <translation>Sonnir am arf</translation>
    </message>
    <message>
        <source>A weapon, here and now</source>
        <translation>Arf, yma a nawr</translation>
    </message>
    <message>
        <source>Abuse or control at home</source>
        <translation>Camdriniaeth neu reolaeth gartref</translation>
    </message>
    <message>
        <source>Advertising or a chain message</source>
        <translation>Hysbyseb neu neges gadwyn</translation>
    </message>
    <message>
        <source>An answer to an appeal</source>
        <translation>Ateb i apêl</translation>
    </message>
    <message>
        <source>Arabic, Urdu or another language in Arabic script</source>
        <translation>Arabeg, Wrdw neu iaith arall mewn sgript Arabeg</translation>
    </message>
    <message>
        <source>Arabic: words for danger</source>
        <translation>Arabeg: geiriau am berygl</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>Bengaleg</translation>
    </message>
    <message>
        <source>Bengali in Latin letters</source>
        <translation>Bengaleg mewn llythrennau Lladin</translation>
    </message>
    <message>
        <source>Bengali: words for danger</source>
        <translation>Bengaleg: geiriau am berygl</translation>
    </message>
    <message>
        <source>Chinese or Japanese</source>
        <translation>Tsieinëeg neu Japaneg</translation>
    </message>
    <message>
        <source>Concern about suicide or self-harm</source>
        <translation>Pryder am hunanladdiad neu hunan-niweidio</translation>
    </message>
    <message>
        <source>Fear, danger or a plea, with little else</source>
        <translation>Ofn, perygl neu gri am help, heb fawr ddim arall</translation>
    </message>
    <message>
        <source>Fire, gas or a collapse, now</source>
        <translation>Tân, nwy neu ddymchweliad, nawr</translation>
    </message>
    <message>
        <source>Following, watching or hounding</source>
        <translation>Dilyn, gwylio neu erlid</translation>
    </message>
    <message>
        <source>Fraud or an account taken over</source>
        <translation>Twyll neu gyfrif a gipiwyd</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Ffrangeg</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Almaeneg</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Groeg</translation>
    </message>
    <message>
        <source>Hate or racist abuse, present or recent</source>
        <translation>Casineb neu sarhad hiliol, nawr neu&apos;n ddiweddar</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebraeg</translation>
    </message>
    <message>
        <source>Held, hiding, or not free to speak</source>
        <translation>Yn cael eu dal, yn cuddio, neu heb fod yn rhydd i siarad</translation>
    </message>
    <message>
        <source>Hindi or another language in Devanagari script</source>
        <translation>Hindi neu iaith arall mewn sgript Devanagari</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Hwngareg</translation>
    </message>
    <message>
        <source>Information about crime</source>
        <translation>Gwybodaeth am drosedd</translation>
    </message>
    <message>
        <source>It reads like a game, a film or a story: urgent, not an emergency. Check.</source>
        <translation>Mae&apos;n darllen fel gêm, ffilm neu stori: taer, nid argyfwng. Gwiriwch.</translation>
    </message>
    <message>
        <source>It reads like a joke or a figure of speech: urgent, not an emergency. Check.</source>
        <translation>Mae&apos;n darllen fel jôc neu ffigur ymadrodd: taer, nid argyfwng. Gwiriwch.</translation>
    </message>
    <message>
        <source>It reads like news, a quotation or an old case: urgent, not an emergency. Check.</source>
        <translation>Mae&apos;n darllen fel newyddion, dyfyniad neu hen achos: taer, nid argyfwng. Gwiriwch.</translation>
    </message>
    <message>
        <source>It reads like something past: urgent, not an emergency. Check.</source>
        <translation>Mae&apos;n darllen fel rhywbeth yn y gorffennol: taer, nid argyfwng. Gwiriwch.</translation>
    </message>
    <message>
        <source>It reads like sport: urgent, not an emergency. Check.</source>
        <translation>Mae&apos;n darllen fel chwaraeon: taer, nid argyfwng. Gwiriwch.</translation>
    </message>
    <message>
        <source>It says that it is over or all well: urgent, not an emergency. Check.</source>
        <translation>Mae&apos;n dweud ei fod ar ben neu fod popeth yn iawn: taer, nid argyfwng. Gwiriwch.</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Eidaleg</translation>
    </message>
    <message>
        <source>Lithuanian or Latvian</source>
        <translation>Lithwaneg neu Latfieg</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Pwyleg</translation>
    </message>
    <message>
        <source>Polish: words for danger</source>
        <translation>Pwyleg: geiriau am berygl</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portiwgaleg</translation>
    </message>
    <message>
        <source>Portuguese: words for danger</source>
        <translation>Portiwgaleg: geiriau am berygl</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>Pwnjabeg</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Rwmaneg</translation>
    </message>
    <message>
        <source>Romanian: words for danger</source>
        <translation>Rwmaneg: geiriau am berygl</translation>
    </message>
    <message>
        <source>Shots, an explosion or acid</source>
        <translation>Saethu, ffrwydrad neu asid</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>Somalieg</translation>
    </message>
    <message>
        <source>Somebody is getting in, now</source>
        <translation>Mae rhywun yn torri i mewn, nawr</translation>
    </message>
    <message>
        <source>Someone followed or chased, now</source>
        <translation>Rhywun yn cael ei ddilyn neu ei erlid, nawr</translation>
    </message>
    <message>
        <source>Someone is worried about a person</source>
        <translation>Mae rhywun yn poeni am berson</translation>
    </message>
    <message>
        <source>Someone may be dying</source>
        <translation>Efallai fod rhywun yn marw</translation>
    </message>
    <message>
        <source>Someone may have been drugged and is in danger</source>
        <translation>Efallai fod rhywun wedi cael cyffur heb yn wybod ac mewn perygl</translation>
    </message>
    <message>
        <source>Someone stabbed, shot or slashed</source>
        <translation>Rhywun wedi&apos;i drywanu, ei saethu neu ei dorri</translation>
    </message>
    <message>
        <source>Someone where they may jump, fall or be hit</source>
        <translation>Rhywun lle gallai neidio, cwympo neu gael ei daro</translation>
    </message>
    <message>
        <source>Something lost or found</source>
        <translation>Rhywbeth a gollwyd neu a gafwyd</translation>
    </message>
    <message>
        <source>Something may have been taken</source>
        <translation>Efallai fod rhywbeth wedi&apos;i gymryd</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Sbaeneg</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Diolch</translation>
    </message>
    <message>
        <source>The answer, to a question about danger, that says there is</source>
        <translation>Yr ateb, i gwestiwn am berygl, sy&apos;n dweud bod perygl</translation>
    </message>
    <message>
        <source>The answer, to a question about safety, that says they are not safe</source>
        <translation>Yr ateb, i gwestiwn am ddiogelwch, sy&apos;n dweud nad ydynt yn ddiogel</translation>
    </message>
    <message>
        <source>The rules did not get through this message: read it yourself.</source>
        <translation>Ni ddaeth y rheolau drwy&apos;r neges hon: darllenwch hi eich hun.</translation>
    </message>
    <message>
        <source>The writer may mean to die</source>
        <translation>Efallai fod yr awdur yn bwriadu marw</translation>
    </message>
    <message>
        <source>The writer says that they will kill or attack</source>
        <translation>Mae&apos;r awdur yn dweud y bydd yn lladd neu&apos;n ymosod</translation>
    </message>
    <message>
        <source>Traffic or parking</source>
        <translation>Traffig neu barcio</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Tyrceg</translation>
    </message>
    <message>
        <source>Ukrainian or another language in Cyrillic script</source>
        <translation>Wcreineg neu iaith arall mewn sgript Gyrilig</translation>
    </message>
    <message>
        <source>Ukrainian: words for danger</source>
        <translation>Wcreineg: geiriau am berygl</translation>
    </message>
    <message>
        <source>Urdu or Punjabi in Latin letters</source>
        <translation>Wrdw neu Bwnjabeg mewn llythrennau Lladin</translation>
    </message>
    <message>
        <source>Urdu or Punjabi: words for danger</source>
        <translation>Wrdw neu Bwnjabeg: geiriau am berygl</translation>
    </message>
    <message>
        <source>Urdu: words for danger</source>
        <translation>Wrdw: geiriau am berygl</translation>
    </message>
    <message>
        <source>Violence is told of</source>
        <translation>Sonnir am drais</translation>
    </message>
    <message>
        <source>Violence that is going on now</source>
        <translation>Trais sy&apos;n digwydd nawr</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>Cymraeg</translation>
    </message>
    <message>
        <source>Welsh: words for danger</source>
        <translation>Cymraeg: geiriau am berygl</translation>
    </message>
    <message>
        <source>Words for danger in another language</source>
        <translation>Geiriau am berygl mewn iaith arall</translation>
    </message>
    <message>
        <source>language: check ({tongue}). The rules read little of it.</source>
        <translation>iaith: gwiriwch ({tongue}). Ychydig ohoni y mae&apos;r rheolau&apos;n ei ddarllen.</translation>
    </message>
    <message>
        <source>not English</source>
        <translation>nid Saesneg</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>The login keychain {fault}. Unlock it in Keychain Access, then try again.</source>
        <translation>Nid yw cylch allweddi&apos;r mewngofnod ar gael ({fault}). Datglowch ef yn Keychain Access, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>The publisher&apos;s key is not valid. Open Blue Lamp on the computer that publishes, then try again.</source>
        <translation>Nid yw allwedd y cyhoeddwr yn ddilys. Agorwch Blue Lamp ar y cyfrifiadur sy&apos;n cyhoeddi, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>This computer does not hold the key that opens the accounts&apos; tokens. Connect the account again here, or let the computer that publishes do it.</source>
        <translation>Nid yw&apos;r cyfrifiadur hwn yn dal yr allwedd sy&apos;n agor tocynnau&apos;r cyfrifon. Cysylltwch y cyfrif eto yma, neu gadewch i&apos;r cyfrifiadur sy&apos;n cyhoeddi ei wneud.</translation>
    </message>
    <message>
        <source>This computer&apos;s keyring {fault}, so account tokens cannot be kept safely and nothing was stored. Install and unlock GNOME Keyring or KWallet, then try again.</source>
        <translation>Nid yw cylch allweddi&apos;r cyfrifiadur hwn ar gael ({fault}), felly ni ellir cadw tocynnau cyfrifon yn ddiogel ac ni chadwyd dim. Gosodwch a datglowch GNOME Keyring neu KWallet, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>Windows Credential Manager {fault}. Start the Credential Manager service, then try again.</source>
        <translation>Nid yw Windows Credential Manager ar gael ({fault}). Dechreuwch y gwasanaeth Credential Manager, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>did not keep the key</source>
        <translation>ni chadwodd yr allwedd</translation>
    </message>
    <message>
        <source>is locked or did not answer</source>
        <translation>wedi&apos;i gloi neu heb ateb</translation>
    </message>
    <message>
        <source>is locked or would not store the key</source>
        <translation>wedi&apos;i gloi neu&apos;n gwrthod cadw&apos;r allwedd</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>yn eisiau</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>SHA-256 {hash}</source>
        <translation>SHA-256 {hash}</translation>
    </message>
    <message>
        <source>Submitted {at}. To go out: {due}. {kind}.</source>
        <translation>Cyflwynwyd {at}. I fynd allan: {due}. {kind}.</translation>
    </message>
    <message>
        <source>The approval holds for exactly this content</source>
        <translation>Mae&apos;r gymeradwyaeth yn dal ar gyfer yr union gynnwys hwn</translation>
    </message>
    <message>
        <source>Version {number}, by {name}</source>
        <translation>Fersiwn {number}, gan {name}</translation>
    </message>
    <message>
        <source>as soon as it is approved</source>
        <translation>cyn gynted ag y caiff ei gymeradwyo</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Nothing yet: it was not submitted.</source>
        <translation>Dim eto: ni chafodd ei gyflwyno.</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Beth y mae&apos;n ei ddweud</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Beth a benderfynwyd</translation>
    </message>
</context>
<context>
    <name>WallTime</name>
    <message>
        <source>Date</source>
        <translation>Dyddiad</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>Y cyntaf</translation>
    </message>
    <message>
        <source>The first: {time}</source>
        <translation>Y cyntaf: {time}</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>Yr ail</translation>
    </message>
    <message>
        <source>The second, an hour later: {time}</source>
        <translation>Yr ail, awr yn ddiweddarach: {time}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Amser</translation>
    </message>
    <message>
        <source>{name}, {zone} ({utc} UTC)</source>
        <translation>{name}, {zone} ({utc} UTC)</translation>
    </message>
</context>
<context>
    <name>Webhook</name>
    <message>
        <source>{host} answers (HTTP {status}).</source>
        <translation>Mae {host} yn ateb (HTTP {status}).</translation>
    </message>
    <message>
        <source>{host} did not take it (HTTP {status}).</source>
        <translation>Ni chymerodd {host} ef (HTTP {status}).</translation>
    </message>
    <message>
        <source>{host} does not accept our signature (HTTP {status}). Check the shared secret.</source>
        <translation>Nid yw {host} yn derbyn ein llofnod (HTTP {status}). Gwiriwch y gyfrinach a rennir.</translation>
    </message>
    <message>
        <source>{host} has a fault of its own (HTTP {status}).</source>
        <translation>Mae gan {host} nam ei hun (HTTP {status}).</translation>
    </message>
    <message>
        <source>{host} refused it ({why}).</source>
        <translation>Gwrthododd {host} ef ({why}).</translation>
    </message>
    <message>
        <source>{host} took it (HTTP {status})</source>
        <translation>Cymerodd {host} ef (HTTP {status})</translation>
    </message>
</context>
<context>
    <name>WebhookFields</name>
    <message>
        <source>Address</source>
        <translation>Cyfeiriad</translation>
    </message>
    <message>
        <source>Address of the acknowledgement</source>
        <translation>Cyfeiriad y gydnabyddiaeth</translation>
    </message>
    <message>
        <source>Asked until somebody accepts; {id} becomes the handover&apos;s own number. May be empty.</source>
        <translation>Gofynnir iddo nes i rywun dderbyn; daw {id} yn rhif y trosglwyddiad ei hun. Gall fod yn wag.</translation>
    </message>
    <message>
        <source>Begins with https://.</source>
        <translation>Yn dechrau â https://.</translation>
    </message>
    <message>
        <source>Check the webhook</source>
        <translation>Gwirio&apos;r webhook</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Cyfrinach</translation>
    </message>
    <message>
        <source>Send handovers to the contact centre&apos;s own system (webhook)</source>
        <translation>Anfon trosglwyddiadau i system y ganolfan gyswllt ei hun (webhook)</translation>
    </message>
    <message>
        <source>Signs what is sent; both sides hold it.</source>
        <translation>Yn llofnodi&apos;r hyn a anfonir; mae&apos;r ddwy ochr yn ei dal.</translation>
    </message>
</context>
<context>
    <name>WeekHead</name>
    <message>
        <source>Today, {day}</source>
        <translation>Heddiw, {day}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>A password of at least 12 characters</source>
        <translation>Cyfrinair o leiaf 12 nod</translation>
    </message>
    <message>
        <source>The contact centre&apos;s phone number, shown when a life may be at risk</source>
        <translation>Rhif ffôn y ganolfan gyswllt, a ddangosir pan all bywyd fod mewn perygl</translation>
    </message>
    <message>
        <source>The force&apos;s name</source>
        <translation>Enw&apos;r heddlu</translation>
    </message>
    <message>
        <source>The password once more</source>
        <translation>Y cyfrinair unwaith eto</translation>
    </message>
    <message>
        <source>The two passwords differ. Type them again.</source>
        <translation>Mae&apos;r ddau gyfrinair yn wahanol. Teipiwch nhw eto.</translation>
    </message>
    <message>
        <source>Your name (you become the first administrator)</source>
        <translation>Eich enw (chi fydd y gweinyddwr cyntaf)</translation>
    </message>
    <message>
        <source>Your user name</source>
        <translation>Eich enw defnyddiwr</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>Publish as soon as it is approved</source>
        <translation>Cyhoeddi cyn gynted ag y caiff ei gymeradwyo</translation>
    </message>
    <message>
        <source>Publish at</source>
        <translation>Cyhoeddi am</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Accounts</source>
        <translation>Cyfrifon</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Cymeradwyo</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Archwiliad</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendr</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Cyfansoddi</translation>
    </message>
    <message>
        <source>Contact centre</source>
        <translation>Canolfan gyswllt</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Mewnflwch</translation>
    </message>
    <message>
        <source>PRACTICE - nothing here is real: no post leaves this computer and nobody is called</source>
        <translation>YMARFER - nid oes dim yma&apos;n real: nid oes postiad yn gadael y cyfrifiadur hwn ac ni ffonnir neb</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pobl</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Ymarfer</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Ciw</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Gosodiadau</translation>
    </message>
</context>
<context>
    <name>_Band</name>
    <message>
        <source>Loading</source>
        <translation>Yn llwytho</translation>
    </message>
</context>
<context>
    <name>_Tile</name>
    <message>
        <source>ALT  {alt}</source>
        <translation>ALT  {alt}</translation>
    </message>
    <message>
        <source>No description yet</source>
        <translation>Dim disgrifiad eto</translation>
    </message>
</context>
</TS>
