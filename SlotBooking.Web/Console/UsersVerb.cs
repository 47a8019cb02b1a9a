using System.CommandLine;

namespace SlotBooking.Web.Verbs;

/// <summary><c>users …</c>: people without a page.</summary>
internal static class UsersVerb
{
    public static Command Create(WebApplication app) => new("users", "Konten: anlegen, auflisten, sperren, freigeben.") { };
}
