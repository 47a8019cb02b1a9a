namespace SlotBooking.Web.Features.Account;

/// <summary>What the password page says when the new password was not taken.</summary>
public static class PasswordErrors
{
    /// <summary>The German sentence for the word in the address; null when there is nothing to say.</summary>
    public static string? Sentence(string? error) => error switch
    {
        null or "" => null,
        "short" => "Das neue Passwort braucht mindestens 10 Zeichen.",
        "long" => "Das neue Passwort darf höchstens 200 Zeichen haben.",
        "name" => "Das neue Passwort ist dein Benutzername. Nimm ein anderes.",
        "common" => "Dieses Passwort steht auf der Liste der häufigsten. Nimm ein anderes.",
        "repeat" => "Die beiden neuen Passwörter sind nicht gleich.",
        "same" => "Das neue Passwort ist das alte.",
        _ => "Das bisherige Passwort stimmt nicht.",
    };
}
