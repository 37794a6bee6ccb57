/** French of civic life: testimonies, obstacles, and what may be taken back. */
import { type Line, line } from '../../flow.ts';
import { list } from '../list.ts';

const sms = (text: string): Line => ({ text, only: 'sms' });
const voice = (text: string): Line => ({ text, only: 'voice' });

export const civicFr = {
  hub: {
    home: line('Que voulez-vous faire ?'),
    tell: line('Témoigner', 'Raconter ce que vous vivez'),
    obstacle: line('Signaler un blocage', 'Signaler un service bloqué'),
    withdraw: line('Retirer un témoignage'),
    privacy: line('Vos données', 'Voir ou effacer vos données'),
    menu: line('Menu', 'Revenir au menu'),
    help: line(
      'Témoigner raconte ce que vous vivez. Signaler compte un service fermé ou bloqué.',
      'Témoigner raconte ce que vous vivez. Signaler compte un service fermé ou bloqué.',
    ),
    code: line(
      'Quel est le code de retrait ? Il a 8 chiffres.',
      'Tapez les huit chiffres du code, puis dièse.',
    ),
    codeWrong: line('Un code a 8 chiffres. Écrivez-le.', 'Ce code a huit chiffres. Tapez-les, puis dièse.'),
    codeHelp: line(
      'Le code a été donné à la fin du témoignage.',
      'Le code a été donné à la fin du témoignage. Tapez ses chiffres, puis dièse.',
    ),
    /** The same whether something was found or not: a code that is tried tells nothing. */
    withdrawn: line('Si ce code existe, le témoignage est effacé.'),
    again: line('Un autre code'),
  },

  testimony: {
    about: (operator: string) => [
      line(`${operator} lira votre témoignage.`, `${operator} écoutera votre témoignage.`),
      line('Rien ne sera publié sans votre accord. Un code permet de le retirer.'),
      line('Avez-vous 15 ans ou plus ?'),
    ],
    old: line('Oui, 15 ans ou plus', 'Si oui'),
    young: line('Non', 'Si non'),
    aboutHelp: line("Avant 15 ans, un parent doit être d'accord."),
    adult: line("Avant 15 ans, un parent doit être d'accord. L'est-il ?"),
    agreed: line("Il est d'accord", "S'il est d'accord"),
    alone: line('Non', 'Si non'),
    adultHelp: line('Sans son accord, nous ne gardons rien.'),
    stopped: line('Alors nous ne gardons rien. Pour en parler : le 119, gratuit, jour et nuit.'),
    theme: line('De quoi parlez-vous ?'),
    themes: {
      steps: line('Démarches et aides'),
      housing: line('Logement'),
      health: line('Santé'),
      work: line('Travail'),
      family: line('École, famille'),
      other: line('Autre sujet'),
    },
    workshop: line("J'ai un code d'atelier", "Si vous avez un code d'atelier"),
    themeHelp: line('Choisissez le sujet le plus proche.'),
    workshopCode: line(
      "Quel est le code de l'atelier ? Il a 4 chiffres.",
      "Tapez les quatre chiffres de l'atelier, puis dièse.",
    ),
    workshopWrong: line(
      'Ce code ne va pas. Il a 4 chiffres.',
      'Ce code ne va pas. Tapez les quatre chiffres, puis dièse.',
    ),
    workshopHelp: line("La personne qui tient l'atelier connaît ce code."),
    workshopNone: line("Je n'en ai pas", "Si vous n'en avez pas"),
    agree: (operator: string) =>
      line(
        `Votre message sera enregistré, trois minutes au plus. Seule l'équipe de ${operator} l'écoutera. Vous l'écouterez avant.`,
      ),
    agreeYes: line("D'accord", "Si vous êtes d'accord"),
    agreeNo: line('Non', 'Si non'),
    agreeHelp: line("Sans votre accord, rien n'est enregistré."),
    words: [
      sms('Racontez en un ou plusieurs SMS. Sans nom ni numéro. Ce téléphone en garde une copie.'),
      voice('Parlez après le bip, sans nom ni numéro. Dièse pour finir.'),
    ] as readonly Line[],
    wordsHelp: line('Dites ce qui est arrivé, et ce qui aurait aidé.'),
    more: (count: number) =>
      line(count === 1 ? 'Bien reçu. La suite ?' : `Bien reçu, ${count} messages. La suite ?`),
    moreHelp: line('Écrivez la suite, ou 1 pour finir.'),
    full: line("C'est long : la suite n'est plus gardée."),
    done: line("C'est tout", 'Pour finir'),
    restart: line('Refaire', 'Pour refaire'),
    drop: line('Abandonner', 'Pour ne rien envoyer'),
    listen: line('Voici votre message.'),
    keep: line('Garder', 'Pour le garder'),
    listenHelp: line('Répéter vous le fait entendre encore.', 'Dièse le fait entendre encore.'),
    publish: line('Peut-on le publier, après relecture ?'),
    publishNo: line('Non'),
    publishAnonymous: line('Oui, sans mon nom'),
    publishNamed: line('Oui, avec mon prénom'),
    publishHelp: line("Un humain relit d'abord. Sans accord, l'équipe seule le lit."),
    name: line('Quel prénom ?'),
    nameHelp: line('Un prénom seul, vrai ou choisi.'),
    writeBack: (operator: string) => line(`${operator} peut-il vous recontacter à ce numéro ?`),
    writeBackHelp: line("Si non, votre numéro n'est pas gardé avec le témoignage."),
    confirm: line('On envoie ?'),
    recap: {
      no: line('Non publié.'),
      anonymous: line('Publié sans nom.'),
      named: (name: string) =>
        line(name === '' ? 'Publié avec votre prénom.' : `Publié avec le prénom ${name}.`),
      reach: line('Vous acceptez une réponse.'),
      quiet: line('Sans réponse.'),
    },
    send: line('Envoyer', "Pour l'envoyer"),
    change: line('Modifier', 'Pour modifier'),
    confirmHelp: line("Rien n'est gardé avant l'envoi."),
    sent: (code: string) => [
      line(
        `Merci, c'est envoyé. Code de retrait : ${spaced(code)}.`,
        `Merci, c'est envoyé. Prenez un crayon. Votre code de retrait : ${slowly(code)}.`,
      ),
      line(
        'Pour retirer, écrivez RETIRER et ce code.',
        'Pour retirer votre témoignage, rappelez avec ce code.',
      ),
    ],
    sentHelp: line('Gardez ce code : lui seul permet de retirer.'),
    dropped: line("Rien n'est gardé."),
    endHelp: line('Choisissez un chiffre, ou posez une question.'),
  },

  obstacle: {
    ask: line(
      'Quel service bloque ? Exemple : Caf de Creil fermée.',
      'Quel service bloque ? Choisissez, ou dites-le en une phrase.',
    ),
    services: {
      family: line('Caf'),
      health: line('Assurance maladie'),
      work: line('France Travail'),
      residence: line('Préfecture'),
      tax: line('Impôts'),
      town: line('Mairie'),
      pensions: line('Retraite'),
      other: line('Autre service'),
    },
    unclear: line('Je ne vois pas quel service. Choisissez.'),
    askHelp: line('Choisissez un service, ou une phrase : quoi, où, quoi de bloqué.'),
    where: line('Où ? Code postal ou commune.', 'Où ? Dites la commune, ou tapez le code postal.'),
    unknown: line(
      'Je ne trouve pas ce lieu. Code postal ?',
      'Je ne trouve pas ce lieu. Tapez le code postal.',
    ),
    whereHelp: line('Par exemple : 60100, ou Creil.', 'Tapez cinq chiffres, ou dites le nom de la commune.'),
    which: line('Lequel ?'),
    elsewhere: line('Ailleurs', 'Pour un autre lieu'),
    trouble: line("Qu'est-il arrivé ?"),
    troubles: {
      closed: line('Fermé'),
      appointment: line('Pas de rendez-vous'),
      online: line('Seulement sur internet'),
      refused: line('Refus au guichet'),
      silence: line('Pas de réponse'),
      other: line('Autre chose'),
    },
    troubleHelp: line('Choisissez ce qui est le plus proche.'),
    confirm: (service: string, where: string, trouble: string) =>
      line(`${service}, ${where} : ${trouble.toLowerCase()}. C'est bien cela ?`),
    yes: line('Oui, compter', 'Pour le compter'),
    no: line('Corriger', 'Pour corriger'),
    confirmHelp: line('Nous comptons le service, le mois et le département. Rien sur vous.'),
    done: line("Merci, c'est compté. Et maintenant ?"),
    near: line('Aide près de vous', 'Une aide près de chez vous'),
    tell: line('Témoigner', 'Raconter ce qui est arrivé'),
    menu: line('Menu', 'Revenir au menu'),
    doneHelp: line("1 donne le lieu d'aide le plus proche.", 'Un donne le lieu le plus proche.'),
  },

  words: {
    /** Whole messages that open these dialogues. */
    hub: list('avis citoyen, participer, donner mon avis, ma voix, la parole, prendre la parole'),
    tell: list(`
      temoigner, temoignage, un temoignage, je veux temoigner, je voudrais temoigner, je temoigne, temoin,
      raconter, je veux raconter
    `),
    obstacle: list(`
      signaler, signalement, signaler un blocage, signaler un probleme, blocage, bloquer, je signale,
      je veux signaler, service ferme, guichet ferme
    `),
    withdraw: list(
      'retirer, retrait, retire, retirez, retirer temoignage, retirer un temoignage, retirer mon temoignage',
    ),
    troubles: {
      closed: list(
        'ferme, fermee, fermes, ouvre plus, n ouvre plus, supprime, supprimee, disparu, plus de bureau, plus de guichet',
      ),
      appointment: list('rendez vous, rdv, rendezvous, pas de place, aucun creneau, creneau'),
      online: list('internet, en ligne, site, ordinateur, appli, application, numerique'),
      refused: list('refuse, refus, refusent, refusee, renvoye, mis dehors, accueil refuse'),
      silence: list(
        'repond pas, repondent pas, pas de reponse, aucune reponse, sans reponse, repond plus, repondent plus, injoignable, personne ne repond',
      ),
    } as Record<string, readonly string[]>,
    services: {
      family: list('caf, kaf, allocations familiales, allocation'),
      health: list('cpam, assurance maladie, secu, securite sociale, ameli'),
      work: list('france travail, pole emploi, pole emplois, mission locale'),
      residence: list('prefecture, sous prefecture, prefectures, titre de sejour'),
      tax: list('impots, impot, tresor public, finances publiques, fisc'),
      town: list('mairie, hotel de ville, ccas, mairi'),
      pensions: list('carsat, retraite, caisse de retraite, assurance retraite, cnav'),
    } as Record<string, readonly string[]>,
  },
};

/** "12345678" → "1234 5678". */
function spaced(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** Digit by digit, in pairs that can be written down. */
function slowly(code: string): string {
  return (code.match(/\d{1,2}/g) ?? []).map((pair) => [...pair].join(' ')).join(', ');
}
