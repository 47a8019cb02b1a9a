namespace SlotBooking.Web.Features.Account;

/// <summary>What the sign-in page says when it did not work. A wrong name and a wrong password sound the same.</summary>
public static class LoginErrors
{
    /// <summary>The German sentence for the word in the address; null when there is nothing to say.</summary>
    public static string? Sentence(string? error) => error switch
    {
        null or "" => null,
        "locked" => "Zu viele Versuche. In 15 Minuten geht es weiter.",
        "expired" => "Du warst lange nicht da. Melde dich neu an.",
        "form" => "Die Seite war zu lange offen. Melde dich noch einmal an.",
        "busy" => "Gerade melden sich viele an. Versuch es in einer Minute noch einmal.",
        _ => "Benutzername oder Passwort stimmt nicht.",
    };
}
