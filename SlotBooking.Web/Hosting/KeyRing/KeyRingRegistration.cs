using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using SlotBooking.Core;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Web.Hosting.KeyRing;

/// <summary>Registers the key ring and checks it at the start.</summary>
internal static partial class KeyRingRegistration
{
    /// <summary>Adds data protection with its keys in the database.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var secret = new KeyRingSecret(configuration["SECRET_KEY"]);
        services.AddSingleton(secret);
        KeyRingStore.Persist(services.AddDataProtection().SetApplicationName("SlotBooking"));
        services.Configure<KeyManagementOptions>(options => options.XmlEncryptor = secret.IsSet ? new SecretKeyEncryptor(secret) : null);
        return services;
    }

    /// <summary>Reads every key once: a wrong secret stops the start with a sentence instead of signing everybody out.</summary>
    /// <exception cref="ConfigurationException">The keys cannot be read with this <c>SECRET_KEY</c>.</exception>
    public static async Task CheckKeyRingAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var secret = app.Services.GetRequiredService<KeyRingSecret>();
        foreach (var xml in await app.Services.GetRequiredService<KeyRingStore>().ReadAsync(cancellationToken))
        {
            var encrypted = System.Xml.Linq.XElement.Parse(xml).Descendants("encryptedWithSecretKey").FirstOrDefault();
            if (encrypted is null)
            {
                continue;
            }

            try
            {
                secret.Decrypt(encrypted.Value);
            }
            catch (CryptographicException)
            {
                throw new ConfigurationException(secret.IsSet
                    ? "SECRET_KEY passt nicht zum gespeicherten Schlüsselring. Setze den Wert, mit dem er angelegt wurde. Ist der verloren, leere die Tabelle data_protection_keys: Dann melden sich alle neu an."
                    : "Der gespeicherte Schlüsselring ist mit SECRET_KEY verschlüsselt, aber SECRET_KEY ist nicht gesetzt. Setze den Wert, mit dem er angelegt wurde.");
            }
        }

        if (!secret.IsSet && !app.Environment.IsDevelopment())
        {
            LogPlain(app.Logger);
        }
    }

    [LoggerMessage(LogLevel.Warning, "SECRET_KEY is not set: the key ring is stored unencrypted in the database")]
    private static partial void LogPlain(ILogger logger);
}
